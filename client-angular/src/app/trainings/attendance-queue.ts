import { Injectable, computed, inject, signal } from '@angular/core';
import { AttendanceClient, AttendanceStatus, MarkAnswer, MarkRequest } from '@api';
import { asProblem } from '@core/problem';
import { firstValueFrom } from 'rxjs';

export interface QueuedMark {
  readonly trainingId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly mark: MarkRequest;
}

const KEPT_AS = 'pionir.attendance.queue';
const PORTION = 200;
const RETRY_AFTER = 15_000;

/**
 * Marks wait here until the server has them, also over a closed browser: class rooms lose their network. Each mark
 * carries an id made here, so that a portion sent twice is stored once.
 */
@Injectable({ providedIn: 'root' })
export class AttendanceQueue {
  private readonly api = inject(AttendanceClient);
  private readonly waiting = signal<readonly QueuedMark[]>(read());
  private readonly refusals = signal<readonly { queued: QueuedMark; answer: MarkAnswer }[]>([]);
  private readonly busy = signal(false);
  private readonly cutOff = signal(!navigator.onLine);
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly count = computed(() => this.waiting().length);
  readonly refused = this.refusals.asReadonly();
  readonly sending = this.busy.asReadonly();
  readonly offline = this.cutOff.asReadonly();
  /** Grows with every portion the server took. */
  readonly delivered = signal(0);

  constructor() {
    window.addEventListener('online', () => {
      this.cutOff.set(false);
      void this.send();
    });
    window.addEventListener('offline', () => {
      this.cutOff.set(true);
    });
    if (this.count() > 0) void this.send();
  }

  /** What was noted last for this person, as long as it is on its way. */
  find(sessionId: string, participantId: string): AttendanceStatus | undefined {
    return this.waiting().findLast((one) => one.sessionId === sessionId && one.mark.participantId === participantId)
      ?.mark.status;
  }

  add(marks: readonly QueuedMark[]): void {
    this.keep([...this.waiting(), ...marks]);
    void this.send();
  }

  forget(id: string): void {
    this.refusals.update((all) => all.filter((one) => one.answer.id !== id));
  }

  async send(): Promise<void> {
    if (this.busy() || this.cutOff()) return;
    clearTimeout(this.timer);
    this.busy.set(true);
    try {
      while (this.waiting().length > 0 && (await this.sendPortion()));
    } finally {
      this.busy.set(false);
    }
  }

  /** False when the server could not be reached: the rest waits for a better moment. */
  private async sendPortion(): Promise<boolean> {
    const [first] = this.waiting();
    if (!first) return false;
    const portion = this.waiting()
      .filter((one) => one.sessionId === first.sessionId)
      .slice(0, PORTION);
    try {
      const answer = await firstValueFrom(
        this.api.recordAttendance(first.trainingId, first.sessionId, { marks: portion.map((one) => one.mark) }),
      );
      this.settle(portion, answer.marks);
      return true;
    } catch (error) {
      const problem = asProblem(error);
      if (problem.mayRetry || problem.status === 401 || problem.code === 'attendance.marked_meanwhile') {
        this.timer = setTimeout(() => void this.send(), RETRY_AFTER);
        return false;
      }
      // Every mark of the portion was refused: each is shown with its reason, and none blocks those behind it.
      const said = { code: problem.code, id: problem.text('id'), en: problem.text('en') };
      this.settle(
        portion,
        portion.map(({ mark }) => ({
          id: mark.id,
          participantId: mark.participantId,
          result: 'refused',
          refusal: {
            code: said.code,
            id: { title: said.id.title, detail: said.id.detail ?? '' },
            en: { title: said.en.title, detail: said.en.detail ?? '' },
          },
        })),
      );
      return true;
    }
  }

  private settle(portion: readonly QueuedMark[], answers: readonly MarkAnswer[]): void {
    const sent = new Set(portion.map((one) => one.mark.id));
    const refused = answers.flatMap((answer) => {
      const queued = portion.find((one) => one.mark.id === answer.id);
      return answer.result === 'refused' && queued ? [{ queued, answer }] : [];
    });
    this.refusals.update((all) => [...all, ...refused]);
    this.keep(this.waiting().filter((one) => !sent.has(one.mark.id)));
    this.delivered.update((count) => count + 1);
  }

  private keep(marks: readonly QueuedMark[]): void {
    this.waiting.set(marks);
    localStorage.setItem(KEPT_AS, JSON.stringify(marks));
  }
}

function read(): readonly QueuedMark[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT_AS) ?? '[]') as unknown;
    return Array.isArray(kept) ? (kept as QueuedMark[]) : [];
  } catch {
    return [];
  }
}
