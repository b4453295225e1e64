import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { Router } from '@angular/router';
import { TemplateBeginning } from '@api';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormPage } from '@ui';
import { TemplateListStore } from '../template-list.store';

/** A new template: its name, and what it begins with. */
@Component({
  selector: 'app-begin-template',
  imports: [
    MatFormFieldModule,
    MatInputModule,
    MatSelectModule,
    ReactiveFormsModule,
    TranslocoPipe,
    UiFieldError,
    UiFormPage,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="card">
      <ui-form-page
        [formGroup]="form"
        [submitLabel]="'certificates.templates.begin' | transloco"
        [sending]="store.create.running()"
        [problem]="store.create.problem()"
        (submitted)="create()"
        (cancelled)="closed.emit()"
      >
        <mat-form-field>
          <mat-label>{{ 'certificates.templates.name' | transloco }}</mat-label>
          <input matInput formControlName="name" autocomplete="off" />
          <mat-error><ui-field-error [control]="form.controls.name" /></mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'certificates.templates.beginning' | transloco }}</mat-label>
          <mat-select formControlName="beginning">
            @for (one of beginnings; track one) {
              <mat-option [value]="one">{{ 'certificates.templates.beginnings.' + one | transloco }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
      </ui-form-page>
    </section>
  `,
  styles: `
    section {
      margin: var(--space-4) 0;
      padding: var(--space-4) var(--space-5);
    }
  `,
})
export class BeginTemplate {
  readonly closed = output();
  protected readonly store = inject(TemplateListStore);
  private readonly router = inject(Router);
  protected readonly beginnings: readonly TemplateBeginning[] = ['official', 'officialPortrait', 'blank'];
  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(120)] }),
    beginning: new FormControl<TemplateBeginning>('official', { nonNullable: true }),
  });

  protected async create(): Promise<void> {
    const { name, beginning } = this.form.getRawValue();
    const made = await this.store.create.run(name, beginning);
    if (made) await this.router.navigate(['/certificate-templates', made.id]);
  }
}
