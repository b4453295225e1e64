import { ChangeDetectionStrategy, Component, DestroyRef, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { CoachingClient, CoachingKind, CoachingRow, ParticipantsClient } from '@api';
import { Drafts } from '@core/drafts';
import { act } from '@core/load';
import { keep, merge } from '@core/merge';
import { TranslocoPipe } from '@jsverse/transloco';
import { Confirm, LookupOption, UiFieldError, UiFormDialog, UiLookup } from '@ui';
import { Observable, firstValueFrom, map, of } from 'rxjs';
import { LastChange } from '../../shell/history/last-change';
import { ConflictWords } from '../conflict-words';
import { SUPERVISED_KINDS, isSupervised } from '../supervision';
import { TrainingReference } from '../training-reference';

export interface CoachingDialogData {
  readonly trainingId: string;
  /** Absent for a new agreement. */
  readonly row?: CoachingRow;
  /** Those who have one already. */
  readonly taken: readonly string[];
}

type Terms = Pick<CoachingRow, 'coachName' | 'goal' | 'agreedMeetings' | 'kind'>;

const LABELS = 'participants.coaching.field';

/** The contract of learning: participant, coach, goal, meetings agreed. A superior who monitors is HR's to name. */
@Component({
  selector: 'app-coaching-dialog',
  imports: [
    MatFormFieldModule,
    MatInputModule,
    MatSelectModule,
    ReactiveFormsModule,
    TranslocoPipe,
    UiFieldError,
    UiFormDialog,
    UiLookup,
  ],
  providers: [ConflictWords, TrainingReference],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './coaching-dialog.html',
})
export class CoachingDialog {
  protected readonly data = inject<CoachingDialogData>(MAT_DIALOG_DATA);
  protected readonly reference = inject(TrainingReference);
  private readonly api = inject(CoachingClient);
  private readonly participants = inject(ParticipantsClient);
  private readonly dialog = inject<MatDialogRef<CoachingDialog, boolean>>(MatDialogRef);
  private readonly confirm = inject(Confirm);
  private readonly lastChange = inject(LastChange);
  private readonly words = inject(ConflictWords);
  protected readonly supervised = isSupervised(this.data.row?.kind);
  protected readonly kinds: CoachingKind[] = this.supervised ? SUPERVISED_KINDS : ['coaching', 'mentoring'];

  protected readonly form = new FormGroup({
    version: new FormControl(0, { nonNullable: true }),
    /** What was read, kept with the draft: only what differs from it is my change. */
    base: new FormControl<Terms | null>(null),
    participantId: new FormControl<string | null>(null, Validators.required),
    kind: new FormControl<CoachingKind>('coaching', { nonNullable: true }),
    coachEmployeeId: new FormControl<string | null>(null),
    coachName: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(300)] }),
    goal: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(2000)] }),
    agreedMeetings: new FormControl(4, {
      nonNullable: true,
      validators: [Validators.required, Validators.min(1), Validators.max(100)],
    }),
  });
  protected readonly draft = this.keepDraft();

  protected readonly save = act(
    () => {
      const { participantId, version, base: _, ...terms } = this.form.getRawValue();
      return this.api.saveCoachingAgreement(
        this.data.trainingId,
        participantId ?? '',
        terms,
        this.data.row ? `"${version}"` : undefined,
      );
    },
    { done: 'participants.coaching.saved', problems: 'page' },
  );

  protected readonly findParticipants = (text: string): Observable<readonly LookupOption[]> =>
    this.participants
      .listParticipants(this.data.trainingId, ['confirmed', 'attended'], undefined, text || undefined, 'name', 1, 20)
      .pipe(
        map((page) =>
          page.items
            .filter((one) => !this.data.taken.includes(one.id))
            .map((one) => ({ value: one.id, text: one.name, detail: one.affiliation })),
        ),
      );

  protected readonly nameOfParticipant = () => of(this.data.row?.name ?? '');
  protected readonly nameOfCoach = () => of(this.form.controls.coachName.value);

  protected coach(option: LookupOption | undefined): void {
    if (option) this.form.controls.coachName.setValue(option.text ?? '');
  }

  protected async send(): Promise<void> {
    if (await this.save.run()) {
      this.draft.clear();
      this.dialog.close(true);
      return;
    }
    if (this.save.problem()?.status === 412) await this.compare();
  }

  private async compare(): Promise<void> {
    const rows = await firstValueFrom(this.api.listCoaching(this.data.trainingId));
    const theirs = rows.find((row) => row.agreementId === this.data.row?.agreementId);
    if (!theirs) return;
    const before = this.form.controls.base.value ?? termsOf(theirs);
    const merged = merge(before, termsOf(this.form.getRawValue()), termsOf(theirs));
    const fields = this.words.differences(merged.mine, LABELS);
    // A meeting or the paper came meanwhile: nothing of what stands here.
    const kept =
      fields.length > 0
        ? await this.confirm.resolve({
            fields,
            standing: this.words.standing(merged.theirs, LABELS),
            ...(await this.lastChange.of('Training', this.data.trainingId)),
          })
        : new Set(merged.mine.map(({ path }) => path));
    if (!kept) return;
    const coach = this.form.controls.coachEmployeeId.value;
    this.show(theirs);
    if (fields.length > 0 && kept.size === 0) {
      this.save.clear();
      this.draft.clear();
      return;
    }
    this.form.patchValue(keep(merged, kept));
    // The person behind the name follows the name.
    if (kept.has('coachName')) this.form.controls.coachEmployeeId.setValue(coach);
    this.form.markAsDirty();
    await this.send();
  }

  private keepDraft() {
    if (this.data.row) this.show(this.data.row);
    return inject(Drafts).keep(
      `coaching-${this.data.row?.agreementId ?? this.data.trainingId}`,
      this.form,
      inject(DestroyRef),
    );
  }

  private show(row: CoachingRow): void {
    const { version, participantId, kind, coachName, goal, agreedMeetings } = row;
    const coachEmployeeId = row.coachEmployeeId ?? null;
    const base = termsOf(row);
    this.form.reset({ version, base, participantId, kind, coachEmployeeId, coachName, goal, agreedMeetings });
    this.form.controls.participantId.disable();
    if (this.supervised) this.form.controls.coachName.disable();
  }
}

function termsOf({ coachName, goal, agreedMeetings, kind }: Terms): Terms {
  return { coachName, goal, agreedMeetings, kind };
}
