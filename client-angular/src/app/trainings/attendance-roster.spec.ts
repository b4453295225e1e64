import { TestBed } from '@angular/core/testing';
import { signal } from '@angular/core';
import { AttendanceClient, AttendanceGrid } from '@api';
import { keptDesks } from '@core/kept-desks';
import { toProblem } from '@core/problem';
import { Session } from '@core/session';
import { firstValueFrom, of, throwError } from 'rxjs';
import { AttendanceRoster } from './attendance-roster';

const NINE = new Date('2026-03-02T09:00:00Z');

function session(id: string, date: string, start: string, end: string): AttendanceGrid['sessions'][number] {
  const [startsAt, endsAt] = [`${date}T${start}Z`, `${date}T${end}Z`];
  return { id, date, start, end, startsAt, endsAt, minutes: 90, subject: id, hasStarted: false, present: 0, marked: 0 };
}

const GRID: AttendanceGrid = {
  sessions: [
    session('yesterday', '2026-03-01', '08:00:00', '09:30:00'),
    session('now', '2026-03-02', '08:30:00', '10:00:00'),
    session('later', '2026-03-02', '13:00:00', '14:30:00'),
  ],
  people: {
    items: [
      {
        participantId: 'p',
        name: 'Ana',
        affiliation: 'Balai',
        percent: 0,
        marks: ['yesterday', 'now'].map((sessionId) => ({
          sessionId,
          status: 'full' as const,
          source: 'officer' as const,
          takenAt: '2026-03-02T08:31:00Z',
          corrected: false,
        })),
      },
    ],
    total: 1,
    number: 1,
    size: 100,
    atLeast: false,
  },
  canRecord: true,
  serverTime: NINE.toISOString(),
};

describe('the roster of an attendance desk', () => {
  const list = vi.fn();
  const load = (): Promise<AttendanceGrid> => firstValueFrom(TestBed.inject(AttendanceRoster).load('t'));

  beforeEach(() => {
    vi.useFakeTimers({ now: NINE, toFake: ['Date'] });
    localStorage.clear();
    list.mockReset().mockReturnValue(of(GRID));
    TestBed.configureTestingModule({
      providers: [
        { provide: AttendanceClient, useValue: { listAttendance: list } },
        { provide: Session, useValue: { user: signal({ id: 'rina' }) } },
      ],
    });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps what concerns the sessions of these hours, and shows it when the server is away', async () => {
    await load();
    list.mockReturnValue(throwError(() => toProblem(0, undefined)));
    const shown = await load();

    expect(shown.sessions.map((one) => [one.id, one.hasStarted])).toEqual([
      ['now', true],
      ['later', false],
    ]);
    expect(shown.people.items[0]?.marks.map((mark) => mark.sessionId)).toEqual(['now']);
  });

  it('opens a session when its time has come, without the server', async () => {
    await load();
    vi.setSystemTime('2026-03-02T13:05:00Z');
    list.mockReturnValue(throwError(() => toProblem(0, undefined)));

    expect((await load()).sessions.every((one) => one.hasStarted)).toBe(true);
  });

  it('keeps nothing an hour after the last session', async () => {
    await load();
    vi.setSystemTime('2026-03-02T15:31:00Z');

    expect(keptDesks()).toHaveLength(0);
    expect(localStorage).toHaveLength(0);
  });

  it('keeps nothing for somebody who may not mark', async () => {
    list.mockReturnValue(of({ ...GRID, canRecord: false }));
    await load();

    expect(localStorage).toHaveLength(0);
  });

  it('tells a refusal, whatever is kept', async () => {
    await load();
    list.mockReturnValue(throwError(() => toProblem(404, { code: 'training.not_found' })));

    await expect(load()).rejects.toMatchObject({ status: 404 });
  });
});
