import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { AttendanceClient } from '@api';
import { toProblem } from '@core/problem';
import { Session } from '@core/session';
import { of, throwError } from 'rxjs';
import { AttendanceQueue, QueuedMark } from './attendance-queue';

function mark(id: string): QueuedMark {
  return { trainingId: 't', sessionId: 's', name: 'Ana', mark: { id, participantId: `p-${id}`, status: 'full' } };
}

describe('the queue of attendance marks', () => {
  const record = vi.fn();
  const user = signal<{ id: string } | undefined>({ id: 'rina' });
  const known = signal(true);
  const session = { user, known, refresh: vi.fn() };

  beforeEach(() => {
    localStorage.clear();
    record.mockReset();
    user.set({ id: 'rina' });
    known.set(true);
    TestBed.configureTestingModule({
      providers: [
        { provide: AttendanceClient, useValue: { recordAttendance: record } },
        { provide: Session, useValue: session },
      ],
    });
  });

  it('keeps what could not be sent and sends it later with the same id', async () => {
    record.mockReturnValueOnce(throwError(() => toProblem(0, undefined)));
    const queue = TestBed.inject(AttendanceQueue);
    queue.add([mark('a')]);
    await vi.waitFor(() => {
      expect(queue.sending()).toBe(false);
    });
    expect(queue.count()).toBe(1);
    expect(localStorage.getItem('pionir.attendance.queue.rina')).toContain('"a"');

    record.mockReturnValueOnce(of({ marks: [{ id: 'a', participantId: 'p-a', result: 'stored' }] }));
    await queue.send();

    expect(queue.count()).toBe(0);
    expect(record.mock.calls[1]?.[2]).toEqual({ marks: [mark('a').mark] });
  });

  it('tries again soon, for a network that has just come back, and then ever later', async () => {
    vi.useFakeTimers();
    record.mockReturnValue(throwError(() => toProblem(0, undefined)));
    TestBed.inject(AttendanceQueue).add([mark('a')]);
    await vi.advanceTimersByTimeAsync(0);

    for (const [tries, seconds] of [1, 2, 4, 8, 15, 15].entries()) {
      await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
      expect(record).toHaveBeenCalledTimes(tries + 1);
      await vi.advanceTimersByTimeAsync(1);
      expect(record).toHaveBeenCalledTimes(tries + 2);
    }
    vi.useRealTimers();
  });

  it('tells what is on its way, with the minutes, and sends them', async () => {
    record.mockReturnValueOnce(throwError(() => toProblem(0, undefined)));
    const queue = TestBed.inject(AttendanceQueue);
    const partly = { ...mark('m'), mark: { ...mark('m').mark, status: 'partly', minutes: 30 } } satisfies QueuedMark;
    queue.add([partly]);
    await vi.waitFor(() => {
      expect(queue.sending()).toBe(false);
    });

    expect(queue.find('s', 'p-m')).toMatchObject({ status: 'partly', minutes: 30 });
    expect(record.mock.calls[0]?.[2]).toEqual({ marks: [partly.mark] });
  });

  it('keeps a refused mark over a closed browser until somebody has read it', async () => {
    record.mockReturnValueOnce(throwError(() => toProblem(422, { code: 'attendance.not_confirmed', title: 'Belum' })));
    const queue = TestBed.inject(AttendanceQueue);
    queue.add([mark('r')]);
    await vi.waitFor(() => {
      expect(queue.refused()).toHaveLength(1);
    });

    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        { provide: AttendanceClient, useValue: { recordAttendance: record } },
        { provide: Session, useValue: session },
      ],
    });
    const next = TestBed.inject(AttendanceQueue);
    expect(next.refused().map((one) => one.queued.name)).toEqual(['Ana']);
    next.forget('r');

    expect(next.refused()).toHaveLength(0);
    expect(localStorage.getItem('pionir.attendance.refused.rina')).toBeNull();
  });

  it('shows a refused mark with its reason and lets the others pass', async () => {
    record.mockReturnValueOnce(throwError(() => toProblem(422, { code: 'attendance.not_confirmed', title: 'Belum' })));
    const queue = TestBed.inject(AttendanceQueue);
    queue.add([mark('b')]);
    await vi.waitFor(() => {
      expect(queue.refused().length).toBe(1);
    });
    expect(queue.count()).toBe(0);
    expect(queue.refused()[0]?.answer.refusal?.code).toBe('attendance.not_confirmed');
  });

  it('never sends the marks of one officer under the name of another', async () => {
    record.mockReturnValueOnce(throwError(() => toProblem(0, undefined)));
    const queue = TestBed.inject(AttendanceQueue);
    queue.add([mark('c')]);
    await vi.waitFor(() => {
      expect(queue.sending()).toBe(false);
    });

    user.set({ id: 'dewi' });
    TestBed.tick();
    await queue.send();
    expect(queue.count()).toBe(0);
    expect(record).toHaveBeenCalledTimes(1);

    record.mockReturnValueOnce(of({ marks: [{ id: 'c', participantId: 'p-c', result: 'stored' }] }));
    user.set({ id: 'rina' });
    TestBed.tick();
    await vi.waitFor(() => {
      expect(record).toHaveBeenCalledTimes(2);
    });
    await vi.waitFor(() => {
      expect(queue.count()).toBe(0);
    });
  });

  it('takes marks for the desk of a page loaded again without a network, and sends them once it is known who is here', async () => {
    user.set(undefined);
    known.set(false);
    session.refresh.mockReturnValueOnce(of(undefined));
    const queue = TestBed.inject(AttendanceQueue);
    queue.goOnFor('rina');
    TestBed.tick();
    queue.add([mark('d')]);
    await vi.waitFor(() => {
      expect(queue.sending()).toBe(false);
    });
    expect(queue.count()).toBe(1);
    expect(record).not.toHaveBeenCalled();

    session.refresh.mockImplementationOnce(() => {
      user.set({ id: 'rina' });
      known.set(true);
      return of({});
    });
    record.mockReturnValueOnce(of({ marks: [{ id: 'd', participantId: 'p-d', result: 'stored' }] }));
    await queue.send();

    expect(queue.count()).toBe(0);
    expect(localStorage).toHaveLength(0);
  });
});
