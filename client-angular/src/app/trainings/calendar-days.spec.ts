import { addMonths, monday, rangeOf, step } from './calendar-days';

describe('days of the calendar', () => {
  it('begins weeks on Monday', () => {
    expect(monday('2026-08-09')).toBe('2026-08-03');
    expect(monday('2026-08-03')).toBe('2026-08-03');
  });

  it('shows a month in whole weeks', () => {
    expect(rangeOf('month', '2026-08-07')).toEqual({ from: '2026-07-27', to: '2026-09-06' });
  });

  it('stays within the shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  });

  it('steps by what it shows', () => {
    expect(step('week', '2026-12-30', 1)).toBe('2027-01-06');
    expect(step('year', '2026-02-28', -1)).toBe('2025-02-28');
  });
});
