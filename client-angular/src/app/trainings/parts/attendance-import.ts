import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { AttendanceClient, ImportedParticipantsAnswer, RefusedPersonAnswer } from '@api';
import { act } from '@core/load';
import { Notices } from '@core/notices';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon } from '@ui';
import { RefusedPeople } from './refused-people';

/** Marks of a session from a spreadsheet: what the file holds, and the rows that could not be taken. */
@Component({
  selector: 'app-attendance-import',
  imports: [RefusedPeople, TranslocoPipe, UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="line">
      <label class="upload">
        <ui-icon name="upload" /> {{ 'participants.attendance.import' | transloco }}
        <input class="visually-hidden" type="file" accept=".xlsx,.csv" (change)="upload($event)" />
      </label>
      <span class="small muted">{{ 'participants.attendance.importHelp' | transloco }}</span>
    </div>
    @if (imported(); as result) {
      <app-refused-people
        [people]="refusedRows()"
        [title]="
          'participants.attendance.importedCounts' | transloco: { accepted: result.accepted, refused: result.refused }
        "
      />
    }
  `,
  styles: `
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-3);
      margin-bottom: var(--space-3);
    }
    .line .small {
      flex: 1 1 20rem;
    }
    .upload {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      min-height: 40px;
      padding: 0 var(--space-5);
      border: 1px solid var(--mat-sys-outline);
      border-radius: var(--radius);
      color: var(--mat-sys-primary);
      font-size: var(--text-table);
      font-weight: 500;
      cursor: pointer;
    }
    .upload:hover {
      background: var(--mat-sys-surface-container);
    }
    .upload:focus-within {
      outline: 2px solid var(--mat-sys-primary);
    }
  `,
})
export class AttendanceImport {
  readonly trainingId = input.required<string>();
  readonly sessionId = input.required<string>();
  readonly changed = output();

  private readonly api = inject(AttendanceClient);
  private readonly notices = inject(Notices);
  protected readonly imported = signal<ImportedParticipantsAnswer | undefined>(undefined);
  /** Rows of the file that could not be taken, as the spreadsheet numbers them. */
  protected readonly refusedRows = computed<RefusedPersonAnswer[]>(() =>
    (this.imported()?.rows ?? []).map((row) => ({ ...row, name: `${row.row} · ${row.name || row.number}` })),
  );
  private readonly import = act(
    (file: File) => this.api.importAttendance(this.trainingId(), this.sessionId(), { data: file, fileName: file.name }),
    {
      then: (answer) => {
        if (answer.accepted > 0) this.notices.say('participants.attendance.imported');
        this.imported.set(answer);
        this.changed.emit();
      },
    },
  );

  protected async upload(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    if (file) await this.import.run(file);
    field.value = '';
  }
}
