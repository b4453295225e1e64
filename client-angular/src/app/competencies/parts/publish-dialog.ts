import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { DictionaryDecree, DictionaryPublished, DictionaryView } from '@api';
import { LanguageSwitch } from '@core/language';
import { Act } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, applyProblem } from '@ui';

export interface PublishData {
  readonly version: DictionaryView;
  readonly publish: Act<DictionaryPublished, [DictionaryView, DictionaryDecree]>;
}

/** Asks for the decree that enacts the version, and publishes it. */
@Component({
  selector: 'app-publish-dialog',
  imports: [
    ReactiveFormsModule,
    MatButtonModule,
    MatDatepickerModule,
    MatDialogModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
    UiFieldError,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title id="publish-title">{{ 'competencies.publish.title' | transloco }}</h2>
    <form [formGroup]="form" (ngSubmit)="send()">
      <mat-dialog-content class="stack">
        <p>
          {{ 'competencies.publish.text' | transloco: { title: data.version.title, number: data.version.number } }}
        </p>
        @if (data.publish.problem(); as problem) {
          <p class="refused" role="alert">{{ problem.text(language.current()).detail }}</p>
        }
        <mat-form-field>
          <mat-label>{{ 'competencies.publish.decreeNumber' | transloco }}</mat-label>
          <input matInput autocomplete="off" formControlName="decreeNumber" />
          <mat-error><ui-field-error [control]="form.controls.decreeNumber" /></mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'competencies.publish.decreeDate' | transloco }}</mat-label>
          <input matInput [matDatepicker]="picker" autocomplete="off" formControlName="decreeDate" />
          <mat-datepicker-toggle matIconSuffix [for]="picker" />
          <mat-datepicker #picker />
          <mat-error><ui-field-error [control]="form.controls.decreeDate" /></mat-error>
        </mat-form-field>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'ui.cancel' | transloco }}</button>
        <button matButton="filled" type="submit" [disabled]="data.publish.running()">
          {{ 'competencies.publish.action' | transloco }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .refused {
      color: var(--state-bad);
    }
  `,
})
export class PublishDialog {
  protected readonly data = inject<PublishData>(MAT_DIALOG_DATA);
  protected readonly language = inject(LanguageSwitch);
  private readonly opened = inject<MatDialogRef<PublishDialog>>(MatDialogRef);

  protected readonly form = new FormGroup({
    decreeNumber: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.maxLength(200)],
    }),
    decreeDate: new FormControl('', { nonNullable: true, validators: Validators.required }),
  });

  protected async send(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid) return;
    const done = await this.data.publish.run(this.data.version, this.form.getRawValue());
    const problem = this.data.publish.problem();
    if (problem) applyProblem(this.form, problem, this.language.current());
    if (done) this.opened.close();
  }
}
