/** What a key means on a list: j/k walk, x selects; Enter is the row's own link. */
export type RowMove = 'next' | 'previous' | 'select' | undefined;

export function rowMove(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'> & { target: EventTarget | null },
): RowMove {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return undefined;
  switch (event.key) {
    case 'j':
      return 'next';
    case 'k':
      return 'previous';
    case 'x':
      return 'select';
    default:
      return undefined;
  }
}

/** Letters belong to a field while one has the focus. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return ['TEXTAREA', 'SELECT'].includes(target.tagName) || target.closest('[role="listbox"],[role="menu"]') !== null;
}

/** The row to go to, staying inside the list. */
export function step(current: number, move: 'next' | 'previous', length: number): number {
  if (length === 0) return -1;
  if (current < 0) return move === 'next' ? 0 : length - 1;
  return Math.min(length - 1, Math.max(0, current + (move === 'next' ? 1 : -1)));
}
