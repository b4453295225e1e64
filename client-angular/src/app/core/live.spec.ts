import { live } from './live';

describe('live', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('ticks while somebody is there, falls still when left alone, and wakes with them', () => {
    let ticks = 0;
    const watching = live().subscribe(() => ticks++);

    vi.advanceTimersByTime(60_000);
    expect(ticks).toBe(2);
    vi.advanceTimersByTime(3_600_000);
    expect(ticks).toBe(20);
    document.dispatchEvent(new Event('pointermove'));
    vi.advanceTimersByTime(30_000);
    expect(ticks).toBe(21);
    window.dispatchEvent(new Event('focus'));
    expect(ticks).toBe(22);
    watching.unsubscribe();
  });
});
