import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { AttendanceClient, AttendanceHistoryLine, AttendanceStatus } from '@api';
import { Formats } from '@core/formats';
import { LanguageSwitch } from '@core/language';
import { loaded } from '@core/load';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { StateTone, TimelineEntry, UiProblem, UiTimeline, UiWaiting } from '@ui';

export interface AttendanceHistoryData {
  readonly trainingId: string;
  readonly sessionId: string;
  readonly participantId: string;
  readonly name: string;
  readonly subject: string;
}

const TONES: Record<AttendanceStatus, StateTone> = { full: 'good', partly: 'warn', absent: 'bad', excused: 'info' };

/** What was noted for one person in one session: by whom, how, and why it was corrected. */
@Component({
  selector: 'app-attendance-history',
  imports: [MatButtonModule, MatDialogModule, TranslocoPipe, UiProblem, UiTimeline, UiWaiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 id="attendance-history" mat-dialog-title>{{ 'participants.attendance.history.title' | transloco }}</h2>
    <mat-dialog-content>
      <p>
        <strong>{{ data.name }}</strong> · {{ data.subject }}
      </p>
      @if (history.problem(); as problem) {
        <ui-problem [problem]="problem" (retry)="history.reload()" />
      } @else if (history.value()) {
        @if (entries().length > 0) {
          <ui-timeline [entries]="entries()" />
        } @else {
          <p class="muted">{{ 'participants.attendance.history.empty' | transloco }}</p>
        }
      } @else {
        <ui-waiting />
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="filled" type="button" mat-dialog-close>{{ 'participants.close' | transloco }}</button>
    </mat-dialog-actions>
  `,
})
export class AttendanceHistory {
  protected readonly data = inject<AttendanceHistoryData>(MAT_DIALOG_DATA);
  private readonly api = inject(AttendanceClient);
  private readonly formats = inject(Formats);
  private readonly language = inject(LanguageSwitch);
  private readonly transloco = inject(TranslocoService);

  protected readonly history = loaded(() =>
    this.api.getAttendanceHistory(this.data.trainingId, this.data.sessionId, this.data.participantId),
  );
  protected readonly entries = computed<TimelineEntry[]>(() => {
    this.language.texts();
    return (this.history.value() ?? []).map((line) => ({
      at: line.recordedAt,
      text: this.words(line),
      who: line.recordedByName ?? this.text('history.system'),
      note: line.reason,
      tone: line.supersededAt ? 'draft' : TONES[line.status],
    }));
  });

  constructor() {
    this.history.load();
  }

  /** "Hadir (diganti) · pindai kode": whether it counts must not hang on the colour. */
  private words(line: AttendanceHistoryLine): string {
    const minutes = line.minutes ? ` (${this.text('history.minutes', { minutes: line.minutes })})` : '';
    const counts = line.supersededAt
      ? this.text('history.superseded', { at: this.formats.dateTime(line.supersededAt) })
      : this.text('history.counts');
    const status = this.transloco.translate<string>(`participants.status.${line.status}`);
    return `${status}${minutes} · ${this.text(`history.source.${line.source}`)} · ${counts}`;
  }

  private text(key: string, values?: Record<string, unknown>): string {
    return this.transloco.translate(`participants.attendance.${key}`, values);
  }
}
