import { ChangeDetectionStrategy, ChangeDetectorRef, Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { AttendanceCell, AttendanceRow, AttendanceSession, AttendanceStatus } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiIcon, UiPager } from '@ui';
import { AttendanceQueue } from '../attendance-queue';
import { AttendanceHistory, AttendanceHistoryData } from './attendance-history';
import { askPartly } from './partly-dialog';

const KEYS: Record<string, AttendanceStatus> = { h: 'full', s: 'partly', a: 'absent', i: 'excused' };
const STATUSES: AttendanceStatus[] = ['full', 'partly', 'absent', 'excused'];
const SHOWN = 50;

/** One session's people: one press for each, by mouse or keyboard, online or not. */
@Component({
  selector: 'app-attendance-desk',
  imports: [...FORMAT_PIPES, MatButtonModule, MatFormFieldModule, MatInputModule, TranslocoPipe, UiIcon, UiPager],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './attendance-desk.html',
  styleUrl: './attendance-desk.scss',
})
export class AttendanceDesk {
  readonly trainingId = input.required<string>();
  readonly session = input.required<AttendanceSession>();
  readonly people = input.required<readonly AttendanceRow[]>();
  readonly canRecord = input.required<boolean>();

  private readonly changes = inject(ChangeDetectorRef);
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);
  private readonly transloco = inject(TranslocoService);
  private readonly queue = inject(AttendanceQueue);

  protected readonly statuses = STATUSES;
  protected readonly search = signal('');
  protected readonly page = signal(1);
  private readonly found = computed(() => {
    const wanted = this.search().toLowerCase();
    return wanted
      ? this.people().filter((row) => row.name.toLowerCase().includes(wanted) || row.identityNumber?.includes(wanted))
      : this.people();
  });
  protected readonly pages = computed(() => Math.max(1, Math.ceil(this.found().length / SHOWN)));
  protected readonly rows = computed(() => this.found().slice((this.page() - 1) * SHOWN, this.page() * SHOWN));
  /** Whose mark this session still lacks, on whatever page. */
  protected readonly unmarked = computed(() => this.people().filter((row) => !this.statusOf(row)));
  protected readonly mayMark = computed(() => this.canRecord() && this.session().hasStarted);

  protected find(event: Event): void {
    this.page.set(1);
    this.search.set((event.target as HTMLInputElement).value.trim());
  }

  protected cell(row: AttendanceRow): AttendanceCell | undefined {
    return row.marks.find((mark) => mark.sessionId === this.session().id);
  }

  protected statusOf(row: AttendanceRow): AttendanceStatus | undefined {
    return this.noted(row)?.status;
  }

  /** Minutes as they count now, and whether somebody noted them; nothing for those who were not there partly. */
  protected minutesOf(row: AttendanceRow): { minutes: number; known: boolean } | undefined {
    const noted = this.noted(row);
    if (noted?.status !== 'partly') return undefined;
    const known = typeof noted.minutes === 'number';
    return { minutes: noted.minutes ?? Math.floor(this.session().minutes / 2), known };
  }

  protected async mark(row: AttendanceRow, status: AttendanceStatus): Promise<void> {
    if (!this.mayMark()) return;
    const session = this.session();
    if (status === 'partly') {
      await this.markPartly(row, session);
      return;
    }
    if (this.statusOf(row) === status) return;
    let reason: string | undefined;
    // Also one that is still on its way: the server gets both, and the second corrects the first.
    if (this.statusOf(row)) {
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
    const noted = this.noted(row);
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
  private noted(row: AttendanceRow): { status: AttendanceStatus; minutes?: number | null } | undefined {
    return this.queue.find(this.session().id, row.participantId) ?? this.cell(row);
  }

  /** Everybody who has no mark yet was there, whoever is shown at the moment. */
  protected async markRest(): Promise<void> {
    const session = this.session();
    const rows = this.unmarked();
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
    if (!this.cell(row)) return;
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
      void this.mark(row, status).then(() => {
        this.move(line, 1);
      });
    } else if (event.key.toLowerCase() === 'r' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.showHistory(row);
    } else if (event.key === 'ArrowDown' || event.key === 'j') {
      event.preventDefault();
      this.move(line, 1);
    } else if (event.key === 'ArrowUp' || event.key === 'k') {
      event.preventDefault();
      this.move(line, -1);
    }
  }

  /** To the line beside it, over the edge of a page too: a class of 300 is marked without leaving the keys. */
  private move(line: HTMLElement, by: 1 | -1): void {
    const beside = by === 1 ? line.nextElementSibling : line.previousElementSibling;
    const page = this.page() + by;
    if (beside) (beside as HTMLElement).focus();
    else if (page >= 1 && page <= this.pages()) {
      const lines = line.parentElement?.children;
      this.page.set(page);
      // At once: the next key must not meet the line that was left.
      this.changes.detectChanges();
      (lines?.[by === 1 ? 0 : lines.length - 1] as HTMLElement | undefined)?.focus();
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
