import { ChangeDetectionStrategy, Component, DestroyRef, inject } from '@angular/core';
import { FormArray, FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { DailyProgramme, InstructorView, SessionView, TrainingsClient } from '@api';
import { Drafts } from '@core/drafts';
import { act } from '@core/load';
import { keep, merge } from '@core/merge';
import { TranslocoPipe } from '@jsverse/transloco';
import { Confirm, LookupOption, UiFieldError, UiFormDialog, UiIcon, UiLookup, UiTime } from '@ui';
import { firstValueFrom } from 'rxjs';
import { LastChange } from '../../shell/history/last-change';
import { ConflictWords } from '../conflict-words';
import { conflicts, factsOf, fieldsOf, instructorGroup, sessionForm } from '../session.form';
import { TrainingReference } from '../training-reference';
import { MODES } from '../training-words';

const LABELS = 'trainings.sessions';

export interface SessionDialogData {
  readonly programme: DailyProgramme;
  readonly session?: SessionView;
  /** Day and time that most likely come next. */
  readonly date: string;
  readonly after?: string;
}

/** One session; the server's refusals (outside the dates, over another one) appear at their fields. */
@Component({
  selector: 'app-session-dialog',
  imports: [
    MatButtonModule,
    MatDatepickerModule,
    MatFormFieldModule,
    MatInputModule,
    MatSelectModule,
    ReactiveFormsModule,
    TranslocoPipe,
    UiFieldError,
    UiFormDialog,
    UiIcon,
    UiLookup,
    UiTime,
  ],
  providers: [ConflictWords, TrainingReference],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './session-dialog.html',
  styles: `
    .times {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
      align-items: start;
      gap: var(--space-3);
    }
    @media (min-width: 640px) {
      .when {
        grid-template-columns: 1.4fr 1fr 1fr;
      }
    }
    .instructor {
      align-items: flex-start;
    }
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      margin-bottom: var(--space-2);
      font-weight: 500;
    }
  `,
})
export class SessionDialog {
  protected readonly data = inject<SessionDialogData>(MAT_DIALOG_DATA);
  protected readonly reference = inject(TrainingReference);
  protected readonly modes = MODES;
  private readonly api = inject(TrainingsClient);
  private readonly dialog = inject<MatDialogRef<SessionDialog, boolean>>(MatDialogRef);
  private readonly confirm = inject(Confirm);
  private readonly lastChange = inject(LastChange);
  private readonly words = inject(ConflictWords);
  private readonly session = this.data.session;
  protected readonly person = new FormControl<string | null>(null);

  protected readonly form = sessionForm(this.data.programme.version, this.session, this.data.date, this.data.after);

  protected readonly draft = inject(Drafts).keep(
    `session-${this.session?.id ?? this.data.programme.trainingId}`,
    this.form,
    inject(DestroyRef),
    ({ instructors }) => {
      const rows = Array.isArray(instructors) ? (instructors as Partial<InstructorView>[]) : [];
      this.form.setControl('instructors', new FormArray(rows.map(instructorGroup)));
    },
  );

  protected readonly save = act(
    () => {
      const { programme } = this.data;
      const body = fieldsOf(this.form);
      return this.session
        ? this.api.updateSession(programme.trainingId, this.session.id, body, `"${this.form.controls.version.value}"`)
        : this.api.addSession(programme.trainingId, body);
    },
    { done: 'trainings.sessions.saved', problems: 'page' },
  );

  protected addPerson(option: LookupOption | undefined): void {
    if (!option) return;
    this.form.controls.instructors.push(instructorGroup({ employeeId: option.value, name: option.text }));
    this.person.reset();
  }

  protected addExternal(): void {
    this.form.controls.instructors.push(instructorGroup({ name: '' }));
  }

  protected async send(): Promise<void> {
    if (await this.save.run()) {
      this.draft.clear();
      this.dialog.close(true);
      return;
    }
    if (this.save.problem()?.status === 412) await this.compare();
  }

  /** Somebody else changed the training: compare this session; another one is no matter of ours. */
  private async compare(): Promise<void> {
    const programme = await firstValueFrom(this.api.getDailyProgramme(this.data.programme.trainingId));
    const now = programme.days.flatMap((day) => day.sessions).find((one) => one.id === this.session?.id);
    const { version: _, base, ...mine } = this.form.getRawValue();
    if (!now) {
      this.form.controls.version.setValue(programme.version);
      await this.send();
      return;
    }
    const merged = merge(base ?? factsOf(now), mine, factsOf(now));
    const fields = this.words.differences(merged.mine, LABELS);
    // Only the other one touched this session, or another one: mine is sent on top.
    const kept =
      fields.length > 0 && merged.theirs.length + conflicts(merged.mine, base) > 0
        ? await this.confirm.resolve({
            fields,
            standing: this.words.standing(merged.theirs, LABELS),
            ...(await this.lastChange.of('Training', this.data.programme.trainingId)),
          })
        : new Set(merged.mine.map(({ path }) => path));
    if (!kept) return;
    const chosen = keep(merged, kept);
    this.form.setControl('instructors', new FormArray(chosen.instructors.map(instructorGroup)));
    this.form.patchValue({ ...chosen, version: programme.version, base: factsOf(now) });
    if (fields.length > 0 && kept.size === 0) {
      this.save.clear();
      this.draft.clear();
    } else {
      this.form.markAsDirty();
      await this.send();
    }
  }
}
