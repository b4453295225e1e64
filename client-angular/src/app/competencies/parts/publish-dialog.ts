import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { DictionaryDecree, DictionaryPublished, DictionaryView } from '@api';
import { Act } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormDialog } from '@ui';

interface PublishData {
  readonly version: DictionaryView;
  readonly publish: Act<DictionaryPublished, [DictionaryView, DictionaryDecree]>;
}

/** Asks for the decree that enacts the version, and publishes it. */
@Component({
  selector: 'app-publish-dialog',
  imports: [
    ReactiveFormsModule,
    MatDatepickerModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
    UiFieldError,
    UiFormDialog,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-form-dialog
      [formGroup]="form"
      [title]="'competencies.publish.title' | transloco"
      [action]="'competencies.publish.action' | transloco"
      [sending]="data.publish.running()"
      [problem]="data.publish.problem()"
      (submitted)="send()"
    >
      <p>
        {{ 'competencies.publish.text' | transloco: { title: data.version.title, number: data.version.number } }}
      </p>
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
    </ui-form-dialog>
  `,
})
export class PublishDialog {
  protected readonly data = inject<PublishData>(MAT_DIALOG_DATA);
  private readonly opened = inject<MatDialogRef<PublishDialog>>(MatDialogRef);

  protected readonly form = new FormGroup({
    decreeNumber: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.maxLength(200)],
    }),
    decreeDate: new FormControl('', { nonNullable: true, validators: Validators.required }),
  });

  protected async send(): Promise<void> {
    if (await this.data.publish.run(this.data.version, this.form.getRawValue())) this.opened.close();
  }
}
