import { DestroyRef, Injectable, WritableSignal, computed, effect, inject, signal, untracked } from '@angular/core';
import { AttendanceClient, MarkAnswer, MarkRequest } from '@api';
import { asProblem } from '@core/problem';
import { Session } from '@core/session';
import { firstValueFrom } from 'rxjs';

export interface QueuedMark {
  readonly trainingId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly mark: MarkRequest;
}

/** A mark the server would not take, with its reason; kept until somebody has read it. */
export interface RefusedMark {
  readonly queued: QueuedMark;
  readonly answer: MarkAnswer;
}

const KEPT_AS = 'pionir.attendance.queue.';
const REFUSED_AS = 'pionir.attendance.refused.';
const PORTION = 200;
/** The first request over a network that has just come back often fails: soon again, then ever later. */
const FIRST_RETRY = 1_000;
const LATEST_RETRY = 15_000;

/**
 * Marks wait here until the server has them, also over a closed browser: class rooms lose their network. Each mark
 * carries an id made here, so that a portion sent twice is stored once. Marks belong to the officer who took them: on a
 * shared device they wait for that officer and are never sent under another name.
 */
@Injectable({ providedIn: 'root' })
export class AttendanceQueue {
  private readonly api = inject(AttendanceClient);
  private readonly session = inject(Session);
  /** Whose desk goes on while nobody can say who is here: its page was loaded again without a network. */
  private readonly keeper = signal<string | undefined>(undefined);
  private readonly owner = computed(() => (this.session.known() ? this.session.user()?.id : this.keeper()));
  private readonly waiting = signal<readonly QueuedMark[]>([]);
  private readonly refusals = signal<readonly RefusedMark[]>([]);
  private readonly busy = signal(false);
  private readonly cutOff = signal(!navigator.onLine);
  private opened: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retryAfter = FIRST_RETRY;

  readonly count = computed(() => this.waiting().length);
  readonly firstWaiting = computed(() => this.waiting()[0]);
  readonly refused = this.refusals.asReadonly();
  readonly sending = this.busy.asReadonly();
  readonly offline = this.cutOff.asReadonly();
  /** Grows with every portion the server took. */
  readonly delivered = signal(0);

  constructor() {
    window.addEventListener('online', () => {
      this.cutOff.set(false);
      this.retryAfter = FIRST_RETRY;
      void this.send();
    });
    window.addEventListener('offline', () => {
      this.cutOff.set(true);
    });
    // Another tab of the same officer delivered or added some.
    window.addEventListener('storage', (event) => {
      const owner = this.owner() ?? '';
      if (event.key === KEPT_AS + owner) this.waiting.set(read(event.key));
      if (event.key === REFUSED_AS + owner) this.refusals.set(read(event.key));
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
    });
    this.open(this.owner());
    effect(() => {
      const owner = this.owner();
      if (owner !== this.opened)
        untracked(() => {
          this.open(owner);
        });
    });
  }

  goOnFor(person: string): void {
    this.keeper.set(person);
  }

  /** What was noted last for this person, as long as it is on its way. */
  find(sessionId: string, participantId: string): MarkRequest | undefined {
    return this.waiting().findLast((one) => one.sessionId === sessionId && one.mark.participantId === participantId)
      ?.mark;
  }

  add(marks: readonly QueuedMark[]): void {
    this.change(this.waiting, KEPT_AS, (kept) => [...kept, ...marks]);
    void this.send();
  }

  forget(id: string): void {
    this.change(this.refusals, REFUSED_AS, (kept) => kept.filter((one) => one.answer.id !== id));
  }

  async send(): Promise<void> {
    if (this.busy() || this.cutOff()) return;
    clearTimeout(this.timer);
    this.busy.set(true);
    try {
      if (!this.session.known()) await firstValueFrom(this.session.refresh());
      const owner = this.session.user()?.id;
      if (!this.session.known()) this.sendLater();
      else if (owner)
        await alone(async () => {
          while (this.owner() === owner && this.waiting().length > 0 && (await this.sendPortion(owner)));
        });
    } finally {
      this.busy.set(false);
    }
  }

  /** False when the server could not be reached: the rest waits for a better moment. */
  private async sendPortion(owner: string): Promise<boolean> {
    // Another tab may have delivered meanwhile: what is kept counts.
    this.waiting.set(read(KEPT_AS + owner));
    const [first] = this.waiting();
    if (!first) return false;
    const portion = this.waiting()
      .filter((one) => one.sessionId === first.sessionId)
      .slice(0, PORTION);
    try {
      const answer = await firstValueFrom(
        this.api.recordAttendance(first.trainingId, first.sessionId, { marks: portion.map((one) => one.mark) }),
      );
      this.settle(owner, portion, answer.marks);
      this.retryAfter = FIRST_RETRY;
      return true;
    } catch (error) {
      const problem = asProblem(error);
      if (problem.mayRetry || problem.status === 401 || problem.code === 'attendance.marked_meanwhile') {
        this.sendLater();
        return false;
      }
      // Every mark of the portion was refused: each is shown with its reason, and none blocks those behind it.
      const said = { code: problem.code, id: problem.text('id'), en: problem.text('en') };
      this.settle(
        owner,
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

  private sendLater(): void {
    this.timer = setTimeout(() => void this.send(), this.retryAfter);
    this.retryAfter = Math.min(2 * this.retryAfter, LATEST_RETRY);
  }

  private settle(owner: string, portion: readonly QueuedMark[], answers: readonly MarkAnswer[]): void {
    const sent = new Set(portion.map((one) => one.mark.id));
    const refused = answers.flatMap((answer) => {
      const queued = portion.find((one) => one.mark.id === answer.id);
      return answer.result === 'refused' && queued ? [{ queued, answer }] : [];
    });
    const left = rewrite<QueuedMark>(KEPT_AS + owner, (kept) => kept.filter((one) => !sent.has(one.mark.id)));
    const unread = rewrite<RefusedMark>(REFUSED_AS + owner, (kept) => [...kept, ...refused]);
    // Somebody else signed in while the portion was on its way: it is settled, and none of their business.
    if (this.owner() !== owner) return;
    this.waiting.set(left);
    this.refusals.set(unread);
    this.delivered.update((count) => count + 1);
  }

  /** Whoever is here now finds the own marks, and nobody else's. */
  private open(owner: string | undefined): void {
    this.opened = owner;
    this.refusals.set(owner ? read(REFUSED_AS + owner) : []);
    this.waiting.set(owner ? read(KEPT_AS + owner) : []);
    if (this.count() > 0) void this.send();
  }

  private change<T>(shown: WritableSignal<readonly T[]>, keptAs: string, next: Change<T>): void {
    const owner = this.owner();
    if (owner) shown.set(rewrite(keptAs + owner, next));
  }
}

type Change<T> = (kept: readonly T[]) => readonly T[];

/** One tab sends at a time; without the lock the ids still keep a mark from being stored twice. */
async function alone(work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request('pionir.attendance.send', work);
  else await work();
}

function read<T>(place: string): readonly T[] {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? '[]') as unknown;
    return Array.isArray(kept) ? (kept as T[]) : [];
  } catch {
    return [];
  }
}

function rewrite<T>(place: string, next: Change<T>): readonly T[] {
  const left = next(read<T>(place));
  if (left.length > 0) localStorage.setItem(place, JSON.stringify(left));
  else localStorage.removeItem(place);
  return left;
}
