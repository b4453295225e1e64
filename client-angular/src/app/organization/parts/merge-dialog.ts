import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatAutocompleteModule } from '@angular/material/autocomplete';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { EmployeeListItem, EmployeesClient } from '@api';
import { IdentityNumberPipe } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormDialog } from '@ui';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { catchError, debounceTime, map, of, switchMap } from 'rxjs';

export interface MergeAnswer {
  readonly mergedId: string;
  readonly reason: string;
}

/** Which other record is the same person, and why one is sure of it. */
@Component({
  imports: [
    ReactiveFormsModule,
    MatAutocompleteModule,
    MatFormFieldModule,
    MatInputModule,
    IdentityNumberPipe,
    TranslocoPipe,
    UiFieldError,
    UiFormDialog,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-form-dialog
      [formGroup]="form"
      [title]="'organization.merge.title' | transloco"
      [action]="'organization.merge.action' | transloco"
      (submitted)="send()"
    >
      <p>{{ 'organization.merge.text' | transloco }}</p>
      <mat-form-field>
        <mat-label>{{ 'organization.merge.other' | transloco }}</mat-label>
        <input matInput formControlName="other" [matAutocomplete]="found" />
        <mat-autocomplete #found="matAutocomplete" [displayWith]="nameOf">
          @for (person of people(); track person.id) {
            <mat-option [value]="person">
              {{ person.name }} · {{ person.number | identityNumber }} · {{ person.unitName }}
            </mat-option>
          }
        </mat-autocomplete>
        <mat-error><ui-field-error [control]="form.controls.other" /></mat-error>
      </mat-form-field>
      <mat-form-field>
        <mat-label>{{ 'organization.merge.reason' | transloco }}</mat-label>
        <textarea matInput rows="3" maxlength="1000" formControlName="reason"></textarea>
        <mat-error><ui-field-error [control]="form.controls.reason" /></mat-error>
      </mat-form-field>
    </ui-form-dialog>
  `,
})
export class MergeDialog {
  private readonly api = inject(EmployeesClient);
  private readonly own = inject<string>(MAT_DIALOG_DATA);
  private readonly ref = inject<MatDialogRef<MergeDialog, MergeAnswer>>(MatDialogRef);
  protected readonly people = signal<readonly EmployeeListItem[]>([]);
  protected readonly form = new FormGroup({
    other: new FormControl<EmployeeListItem | string>('', {
      nonNullable: true,
      validators: [({ value }) => (typeof value === 'string' ? { 'organization.merge.choose': true } : null)],
    }),
    reason: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(1000)] }),
  });

  constructor() {
    this.form.controls.other.valueChanges
      .pipe(
        debounceTime(200),
        switchMap((value) =>
          typeof value === 'string' && value.trim().length > 1
            ? this.api
                .listEmployees(value, undefined, undefined, undefined, true, undefined, undefined, 1, 10)
                .pipe(catchError(() => of({ items: [] as EmployeeListItem[] })))
            : of({ items: [] as EmployeeListItem[] }),
        ),
        map(({ items }) => items.filter((person) => person.id !== this.own)),
        takeUntilDestroyed(),
      )
      .subscribe((people) => {
        this.people.set(people);
      });
  }

  protected nameOf(value: EmployeeListItem | string): string {
    return typeof value === 'string' ? value : value.name;
  }

  protected send(): void {
    const { other, reason } = this.form.getRawValue();
    if (typeof other !== 'string') this.ref.close({ mergedId: other.id, reason: reason.trim() });
  }
}
