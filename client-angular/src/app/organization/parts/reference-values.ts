import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { FormRecord, ReactiveFormsModule } from '@angular/forms';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import type { ReferenceField, ReferenceItemView } from '@api';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError } from '@ui';
import type { ValueControl } from '../reference.form';

/** The typed values of a kind, each as the field that fits it. */
@Component({
  selector: 'app-reference-values',
  imports: [
    ReactiveFormsModule,
    MatCheckboxModule,
    MatFormFieldModule,
    MatInputModule,
    MatSelectModule,
    LocalTextPipe,
    TranslocoPipe,
    UiFieldError,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="stack" [formGroup]="group()">
      @for (field of fields(); track field.name) {
        @let label = 'organization.reference.field.' + field.name | transloco;
        @if (group().controls[field.name]; as control) {
          @if (field.type === 'flag') {
            <mat-checkbox [formControlName]="field.name">{{ label }}</mat-checkbox>
          } @else {
            <mat-form-field>
              <mat-label>{{ label }}</mat-label>
              @switch (field.type) {
                @case ('choice') {
                  <mat-select [formControlName]="field.name">
                    @if (!field.required) {
                      <mat-option [value]="null">–</mat-option>
                    }
                    @for (choice of field.choices; track choice) {
                      <mat-option [value]="choice">
                        {{ 'organization.reference.choice.' + field.name + '.' + choice | transloco }}
                      </mat-option>
                    }
                  </mat-select>
                }
                @case ('reference') {
                  <mat-select [formControlName]="field.name">
                    @for (document of documents(); track document.code) {
                      <mat-option [value]="document.code">{{ document.name | localText }}</mat-option>
                    }
                  </mat-select>
                }
                @case ('wholeNumbers') {
                  <mat-select multiple [formControlName]="field.name">
                    @for (level of [1, 2, 3, 4, 5]; track level) {
                      <mat-option [value]="level">{{ level }}</mat-option>
                    }
                  </mat-select>
                }
                @case ('wholeNumber') {
                  <input
                    matInput
                    type="number"
                    inputmode="numeric"
                    [min]="field.minimum"
                    [max]="field.maximum"
                    [formControlName]="field.name"
                  />
                }
                @default {
                  <input matInput autocomplete="off" [formControlName]="field.name" />
                }
              }
              <mat-error><ui-field-error [control]="control" /></mat-error>
            </mat-form-field>
          }
        }
      }
    </div>
  `,
})
export class ReferenceValues {
  readonly fields = input.required<readonly ReferenceField[]>();
  readonly group = input.required<FormRecord<ValueControl>>();
  /** What a value that refers to a document kind may be. */
  readonly documents = input.required<readonly ReferenceItemView[]>();
}
