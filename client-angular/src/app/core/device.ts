import { DOCUMENT, Injectable, inject } from '@angular/core';

const PREFIX = 'pionir.person.';

/**
 * What a person leaves on this device, each thing under the person's own id: drafts, saved views, the tray of long work.
 * Signing out removes what they were working on; whoever signs in next finds only their own.
 */
@Injectable({ providedIn: 'root' })
export class Device {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly windows = 'BroadcastChannel' in globalThis ? new BroadcastChannel('pionir.person') : undefined;

  constructor() {
    // A page that the browser kept for its back button would show what was on it before.
    this.window?.addEventListener('pageshow', (event) => {
      if (event.persisted) this.window?.location.reload();
    });
  }

  static place(person: string | undefined, thing: string): string {
    return `${PREFIX}${person ?? 'guest'}.${thing}`;
  }

  static draft(person: string | undefined, form: string): string {
    return Device.place(person, `draft.${form}`);
  }

  /** Forms begun and not sent. */
  drafts(person: string): readonly string[] {
    const begin = Device.draft(person, '');
    return keysOf(localStorage).filter((key) => key.startsWith(begin));
  }

  /** Drafts and long work go; chosen columns and saved views wait for the person under their own id. */
  forget(person: string): void {
    for (const key of this.drafts(person)) localStorage.removeItem(key);
    for (const key of keysOf(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  }

  /**
   * Loads the page anew: nothing that was read for one person stays in memory for another. Never another page: an
   * address may come from a link that somebody else made.
   */
  startAnew(address: string): void {
    const location = this.window?.location;
    if (!location) return;
    const { origin } = location;
    const isInside = URL.canParse(address, origin) && new URL(address, origin).origin === origin;
    location.replace(isInside ? address : '/');
  }

  /** Tells the other windows of this browser who is here now. */
  tell(person: string | undefined): void {
    this.windows?.postMessage({ person });
  }

  listen(take: (person: string | undefined) => void): void {
    this.windows?.addEventListener('message', (event: MessageEvent<{ person?: string }>) => {
      take(event.data.person);
    });
  }
}

function keysOf(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
}
