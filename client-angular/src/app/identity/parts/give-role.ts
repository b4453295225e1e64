import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import { Role } from '@api';
import { RoleNamePipe } from '@core/role-names';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormPage, UiLookup } from '@ui';
import { UnitChoices } from '../../shell/unit-choices';
import { ROLES } from '../roles';
import { UserStore } from '../user.store';

/** One more role for an account, in a unit and everything below it or everywhere. */
@Component({
  selector: 'app-give-role',
  imports: [
    ReactiveFormsModule,
    MatFormFieldModule,
    MatSelectModule,
    RoleNamePipe,
    TranslocoPipe,
    UiFieldError,
    UiFormPage,
    UiLookup,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2>{{ 'identity.user.giveRole' | transloco }}</h2>
    <ui-form-page
      [formGroup]="form"
      [submitLabel]="'identity.user.give' | transloco"
      [sending]="store.giveRole.running()"
      [problem]="store.giveRole.problem()"
      [cancellable]="false"
      (submitted)="give()"
    >
      <mat-form-field>
        <mat-label>{{ 'identity.users.role' | transloco }}</mat-label>
        <mat-select formControlName="role">
          @for (role of roles; track role) {
            <mat-option [value]="role">{{ role | roleName }}</mat-option>
          }
        </mat-select>
        <mat-error><ui-field-error [control]="form.controls.role" /></mat-error>
      </mat-form-field>
      <ui-lookup
        [label]="'identity.user.unit' | transloco"
        [help]="'identity.user.unitHelp' | transloco"
        [control]="form.controls.unitId"
        [find]="units.find"
        [describe]="units.describe"
      />
    </ui-form-page>
  `,
  styles: `
    :host {
      display: block;
      margin-top: var(--space-4);
    }
    h2 {
      margin-bottom: var(--space-4);
    }
  `,
})
export class GiveRole {
  readonly userId = input.required<string>();
  protected readonly store = inject(UserStore);
  protected readonly units = inject(UnitChoices);
  protected readonly roles = ROLES;
  protected readonly form = new FormGroup({
    role: new FormControl<Role | null>(null, Validators.required),
    unitId: new FormControl<string | null>(null),
  });

  protected async give(): Promise<void> {
    const { role, unitId } = this.form.getRawValue();
    if (!role) return;
    await this.store.giveRole.run(this.userId(), role, unitId);
    if (!this.store.giveRole.problem()) this.form.reset();
  }
}
