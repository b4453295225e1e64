import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import {
  AttendanceCell,
  AttendanceClient,
  AttendanceGrid,
  AttendanceRow,
  AttendanceSession,
  AttendanceStatus,
} from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { loaded } from '@core/load';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiEmpty, UiIcon, UiPager, UiProblem, UiWaiting } from '@ui';
import { Observable, forkJoin, map, of, switchMap } from 'rxjs';
import { AttendanceQueue } from '../attendance-queue';
import { AttendanceHistory, AttendanceHistoryData } from './attendance-history';
import { AttendanceImport } from './attendance-import';
import { AttendanceWaiting } from './attendance-waiting';
import { CheckInScreen } from './check-in-screen';
import { askPartly } from './partly-dialog';

const KEYS: Record<string, AttendanceStatus> = { h: 'full', s: 'partly', a: 'absent', i: 'excused' };
const STATUSES: AttendanceStatus[] = ['full', 'partly', 'absent', 'excused'];
const SHOWN = 50;
const PORTION = 100;

/** The desk of a session: one press for each person, by mouse or keyboard, online or not. */
@Component({
  selector: 'app-attendance-tab',
  imports: [
    AttendanceImport,
    AttendanceWaiting,
    CheckInScreen,
    ...FORMAT_PIPES,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
    UiEmpty,
    UiIcon,
    UiPager,
    UiProblem,
    UiWaiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './attendance-tab.html',
  styleUrl: './attendance-tab.scss',
  host: { '(window:beforeunload)': 'askToStay($event)' },
})
export class AttendanceTab {
  readonly trainingId = input.required<string>();

  private readonly api = inject(AttendanceClient);
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);
  private readonly transloco = inject(TranslocoService);
  protected readonly queue = inject(AttendanceQueue);

  protected readonly statuses = STATUSES;
  protected readonly search = signal('');
  protected readonly page = signal(1);
  protected readonly chosen = signal<string | undefined>(undefined);
  protected readonly showsCode = signal(false);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** Everybody at once: the desk works on when the class room has lost its network. */
  protected readonly grid = loaded((training: string) =>
    everybody((page) => this.api.listAttendance(training, undefined, page, PORTION)),
  );

  /** The one that runs now or began last, until another is chosen. */
  protected readonly session = computed<AttendanceSession | undefined>(() => {
    const sessions = this.grid.value()?.sessions ?? [];
    return (
      sessions.find((one) => one.id === this.chosen()) ?? sessions.findLast((one) => one.hasStarted) ?? sessions[0]
    );
  });
  private readonly found = computed(() => {
    const wanted = this.search().toLowerCase();
    const people = this.grid.value()?.people.items ?? [];
    return wanted
      ? people.filter((row) => row.name.toLowerCase().includes(wanted) || row.identityNumber?.includes(wanted))
      : people;
  });
  protected readonly pages = computed(() => Math.max(1, Math.ceil(this.found().length / SHOWN)));
  protected readonly rows = computed(() => this.found().slice((this.page() - 1) * SHOWN, this.page() * SHOWN));
  /** Whose mark this session still lacks, on whatever page. */
  protected readonly unmarked = computed(() => {
    const session = this.session();
    return session ? (this.grid.value()?.people.items ?? []).filter((row) => !this.statusOf(row, session)) : [];
  });
  protected readonly mayMark = computed(
    () => this.grid.value()?.canRecord === true && this.session()?.hasStarted === true,
  );

  constructor() {
    effect(() => {
      this.grid.load(this.trainingId());
    });
    effect(() => {
      // Once for all that waited, not after every portion.
      if (this.queue.delivered() > 0 && this.queue.count() === 0) untracked(() => this.grid.reload());
    });
    // Of many sessions the one that runs now lies beyond the edge.
    afterRenderEffect(() => {
      if (this.session()?.id)
        this.host.querySelector('.session.current')?.scrollIntoView({ block: 'nearest', inline: 'center' });
    });
  }

  /** Loaded again without a network, the page would not come back before the class is over. */
  protected askToStay(event: BeforeUnloadEvent): void {
    if (this.queue.offline()) event.preventDefault();
  }

  protected find(event: Event): void {
    this.page.set(1);
    this.search.set((event.target as HTMLInputElement).value.trim());
  }

  protected cell(row: AttendanceRow, session: AttendanceSession): AttendanceCell | undefined {
    return row.marks.find((mark) => mark.sessionId === session.id);
  }

  protected statusOf(row: AttendanceRow, session: AttendanceSession): AttendanceStatus | undefined {
    return this.noted(row, session)?.status;
  }

  /** Minutes as they count now, and whether somebody noted them; nothing for those who were not there partly. */
  protected minutesOf(row: AttendanceRow, session: AttendanceSession): { minutes: number; known: boolean } | undefined {
    const noted = this.noted(row, session);
    if (noted?.status !== 'partly') return undefined;
    const known = typeof noted.minutes === 'number';
    return { minutes: noted.minutes ?? Math.floor(session.minutes / 2), known };
  }

  protected async mark(row: AttendanceRow, status: AttendanceStatus): Promise<void> {
    const session = this.session();
    if (!session || !this.mayMark()) return;
    if (status === 'partly') {
      await this.markPartly(row, session);
      return;
    }
    if (this.statusOf(row, session) === status) return;
    let reason: string | undefined;
    // Also one that is still on its way: the server gets both, and the second corrects the first.
    if (this.statusOf(row, session)) {
      const answer = await this.confirm.ask({
        title: this.words('correct.title', { name: row.name }),
        text: this.words('correct.text'),
        action: this.words('correct.action'),
        reason: 'required',
        reasonMaximum: 300,
      });
      if (!answer) return;
      reason = answer.reason;
    }
    this.put(session, [row], { status, reason });
  }

  /** Also for one who is noted partly already: the minutes may be wrong. */
  private async markPartly(row: AttendanceRow, session: AttendanceSession): Promise<void> {
    const noted = this.noted(row, session);
    const before = noted?.status === 'partly' ? (noted.minutes ?? undefined) : undefined;
    const answer = await askPartly(this.dialog, {
      name: row.name,
      sessionMinutes: session.minutes,
      minutes: before,
      corrects: noted !== undefined,
    });
    if (answer && !(noted?.status === 'partly' && answer.minutes === before))
      this.put(session, [row], { status: 'partly', ...answer });
  }

  /** What was noted last, also while it is on its way. */
  private noted(
    row: AttendanceRow,
    session: AttendanceSession,
  ): { status: AttendanceStatus; minutes?: number | null } | undefined {
    return this.queue.find(session.id, row.participantId) ?? this.cell(row, session);
  }

  /** Everybody who has no mark yet was there, whoever is shown at the moment. */
  protected async markRest(): Promise<void> {
    const session = this.session();
    const rows = this.unmarked();
    if (!session) return;
    const answer = await this.confirm.ask({
      title: this.words('restTitle', { count: rows.length }),
      text: this.words('restText', { subject: session.subject }),
      action: this.words('rest'),
    });
    if (answer) this.put(session, rows, { status: 'full' });
  }

  /** Earlier marks of this person in the session, with who, when and why. */
  protected showHistory(row: AttendanceRow): void {
    const session = this.session();
    if (!session || !this.cell(row, session)) return;
    this.dialog.open<AttendanceHistory, AttendanceHistoryData>(AttendanceHistory, {
      data: {
        trainingId: this.trainingId(),
        sessionId: session.id,
        participantId: row.participantId,
        name: row.name,
        subject: session.subject,
      },
      width: '32rem',
      maxWidth: 'calc(100vw - 32px)',
      ariaLabelledBy: 'attendance-history',
    });
  }

  protected onKey(event: KeyboardEvent, row: AttendanceRow): void {
    const line = event.currentTarget as HTMLElement;
    const status = KEYS[event.key.toLowerCase()];
    if (status && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      // A dialog gives the focus back to the line it was opened from, and would take it from the next one.
      const next = line.nextElementSibling as HTMLElement | null;
      void this.mark(row, status).then(() => next?.focus());
    } else if (event.key.toLowerCase() === 'r' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.showHistory(row);
    } else if (event.key === 'ArrowDown' || event.key === 'j') {
      event.preventDefault();
      (line.nextElementSibling as HTMLElement | null)?.focus();
    } else if (event.key === 'ArrowUp' || event.key === 'k') {
      event.preventDefault();
      (line.previousElementSibling as HTMLElement | null)?.focus();
    }
  }

  private put(
    session: AttendanceSession,
    rows: readonly AttendanceRow[],
    mark: { status: AttendanceStatus; minutes?: number; reason?: string },
  ): void {
    const takenAt = new Date().toISOString();
    this.queue.add(
      rows.map((row) => ({
        trainingId: this.trainingId(),
        sessionId: session.id,
        name: row.name,
        mark: { id: crypto.randomUUID(), participantId: row.participantId, ...mark, takenAt },
      })),
    );
  }

  private words(key: string, values?: Record<string, unknown>): string {
    return this.transloco.translate(`participants.attendance.${key}`, values);
  }
}

function everybody(fetch: (page: number) => Observable<AttendanceGrid>): Observable<AttendanceGrid> {
  return fetch(1).pipe(
    switchMap((first) => {
      const further = Array.from({ length: Math.ceil(first.people.total / PORTION) - 1 }, (_, at) => fetch(at + 2));
      if (further.length === 0) return of(first);
      return forkJoin(further).pipe(
        map((rest) => ({
          ...first,
          people: { ...first.people, items: [first, ...rest].flatMap((grid) => grid.people.items) },
        })),
      );
    }),
  );
}
