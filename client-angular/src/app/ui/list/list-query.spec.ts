import { nextSort, readQuery, toggled, withFilter, writeQuery } from './list-query';
import { rowMove, step } from './row-keys';

const rules = { keys: ['q', 'state'], sort: '-startsOn' };

describe('what a list shows, in the address', () => {
  it('comes back from the address as it was written', () => {
    const query = { page: 3, size: 50, sort: 'title', filters: { q: 'audit', state: 'open,running' } };
    expect(readQuery(writeQuery(query, rules), rules)).toEqual(query);
  });

  it('leaves out what goes without saying', () => {
    expect(writeQuery({ page: 1, size: 25, sort: '-startsOn', filters: {} }, rules)).toEqual({
      page: null,
      size: null,
      sort: null,
      q: null,
      state: null,
    });
  });

  it('ignores nonsense and strangers in the address', () => {
    expect(readQuery({ page: '-2', size: '7', other: 'x', q: '' }, rules)).toEqual({
      page: 1,
      size: 25,
      sort: '-startsOn',
      filters: {},
    });
  });

  it('takes only days for days', () => {
    const dated = { ...rules, keys: ['since', 'until', 'q'], days: ['since', 'until'] };
    const read = readQuery({ since: '2026-13-45', until: '2026-11-22', q: '2026' }, dated);
    expect(read.filters).toEqual({ until: '2026-11-22', q: '2026' });
    expect(read.misread).toEqual(['since']);
  });

  it('keeps two lists of one page apart', () => {
    const inner = { ...rules, prefix: 'p.' };
    expect(writeQuery({ page: 2, size: 25, sort: '-startsOn', filters: { q: 'a' } }, inner)).toMatchObject({
      'p.page': '2',
      'p.q': 'a',
    });
    expect(readQuery({ page: '9', 'p.page': '2' }, inner).page).toBe(2);
  });

  it('begins at the first page when a filter changes', () => {
    const query = readQuery({ page: '4', q: 'a', state: 'open' }, rules);
    expect(withFilter(query, 'q', undefined)).toMatchObject({ page: 1, filters: { state: 'open' } });
  });

  it('adds and takes away one of many choices', () => {
    expect(toggled('a,b', 'c')).toBe('a,b,c');
    expect(toggled('a,b', 'a')).toBe('b');
    expect(toggled('a', 'a')).toBeUndefined();
  });

  it('orders up, down, then as the list does', () => {
    expect(nextSort('-startsOn', 'title', '-startsOn')).toBe('title');
    expect(nextSort('title', 'title', '-startsOn')).toBe('-title');
    expect(nextSort('-title', 'title', '-startsOn')).toBe('-startsOn');
    expect(nextSort('-startsOn', 'startsOn', '-startsOn')).toBe('startsOn');
  });
});

describe('keys of a list', () => {
  const press = (key: string, target: EventTarget = document.body, more = {}) =>
    rowMove({ key, target, ctrlKey: false, metaKey: false, altKey: false, ...more });

  it('walk with j and k and select with x', () => {
    expect([press('j'), press('k'), press('x'), press('a')]).toEqual(['next', 'previous', 'select', undefined]);
  });

  it('are letters while somebody types', () => {
    expect(press('j', document.createElement('input'))).toBeUndefined();
    expect(press('j', document.createElement('textarea'))).toBeUndefined();
  });

  it('work from a checkbox and leave shortcuts of the browser alone', () => {
    const box = document.createElement('input');
    box.type = 'checkbox';
    expect(press('x', box)).toBe('select');
    expect(press('k', document.body, { ctrlKey: true })).toBeUndefined();
  });

  it('stay inside the list', () => {
    expect([step(-1, 'next', 3), step(2, 'next', 3), step(0, 'previous', 3), step(-1, 'next', 0)]).toEqual([
      0, 2, 0, -1,
    ]);
  });
});
