import { parseDate } from './date-adapter';

describe('dates typed by hand', () => {
  it.each([
    ['7/8/2026', '2026-08-07'],
    ['07-08-2026', '2026-08-07'],
    ['7 Agustus 2026', '2026-08-07'],
    ['7 agu 2026', '2026-08-07'],
    ['7 August 2026', '2026-08-07'],
    ['2026-08-07', '2026-08-07'],
    ['31/2/2026', undefined],
    ['7 ma 2026', undefined],
    ['besok', undefined],
  ])('%s', (text, date) => {
    expect(parseDate(text)).toBe(date);
  });
});
