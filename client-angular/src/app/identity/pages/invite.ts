import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { Router } from '@angular/router';
import { EmployeesClient, Role, UsersClient } from '@api';
import { Drafts } from '@core/drafts';
import { act } from '@core/load';
import { RoleNamePipe } from '@core/role-names';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormPage, UiFormSection, UiLookup, UiPageHeader } from '@ui';
import { EmployeeChoices } from '../../shell/employee-choices';
import { UnitChoices } from '../../shell/unit-choices';
import { of, startWith, switchMap } from 'rxjs';
import { ROLES } from '../roles';

/** A new account: who, where the invitation goes, and the first role. */
@Component({
  selector: 'app-invite',
  imports: [
    ReactiveFormsModule,
    MatFormFieldModule,
    MatInputModule,
    MatSelectModule,
    RoleNamePipe,
    TranslocoPipe,
    UiFieldError,
    UiFormPage,
    UiFormSection,
    UiLookup,
    UiPageHeader,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './invite.html',
})
export class Invite {
  private readonly api = inject(UsersClient);
  private readonly people = inject(EmployeesClient);
  private readonly router = inject(Router);
  protected readonly units = inject(UnitChoices);
  protected readonly employees = inject(EmployeeChoices);
  protected readonly roles = ROLES;

  protected readonly form = new FormGroup({
    employeeId: new FormControl<string | null>(null),
    name: new FormControl('', { nonNullable: true, validators: Validators.maxLength(200) }),
    email: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.email] }),
    role: new FormControl<Role | null>(null),
    unitId: new FormControl<string | null>(null),
  });
  /** Whether HR's record has an address of the chosen employee: then the invitation goes there and nowhere else. */
  protected readonly address = signal<'hr' | 'none' | undefined>(undefined);
  protected readonly draft = inject(Drafts).keep('invite', this.form);

  protected readonly send = act(
    () => {
      const { employeeId, name, email, role, unitId } = this.form.getRawValue();
      return this.api.inviteUser({
        email: email.trim(),
        name: name.trim() || null,
        employeeId,
        roles: role ? [{ role, unitId }] : [],
      });
    },
    { done: 'identity.invite.sent', problems: 'page' },
  );

  constructor() {
    this.form.controls.employeeId.valueChanges
      .pipe(
        startWith(this.form.controls.employeeId.value),
        switchMap((id) => (id ? this.people.getEmployee(id) : of(undefined))),
        takeUntilDestroyed(),
      )
      .subscribe((person) => {
        const email = this.form.controls.email;
        if (person?.email) email.setValue(person.email);
        else if (this.address() === 'hr') email.setValue('');
        this.address.set(person && (person.email ? 'hr' : 'none'));
      });
  }

  protected async submit(): Promise<void> {
    const { employeeId, name } = this.form.controls;
    if (!employeeId.value && !name.value.trim()) {
      name.setErrors({ 'identity.invite.whoIsIt': true });
      return;
    }
    const made = await this.send.run();
    if (!made) return;
    this.draft.clear();
    void this.router.navigate(['/users', made.id]);
  }

  protected back(): void {
    this.draft.clear();
    void this.router.navigateByUrl('/users');
  }
}
