import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import { CertificateKind, CertificateScheme } from '@api';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormPage, UiLookup } from '@ui';
import { UnitChoices } from '../../shell/unit-choices';
import { TemplateListStore } from '../template-list.store';

/** Which template serves which kind, scheme and unit. */
@Component({
  selector: 'app-assign-template',
  imports: [
    MatFormFieldModule,
    MatSelectModule,
    ReactiveFormsModule,
    TranslocoPipe,
    UiFieldError,
    UiFormPage,
    UiLookup,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="card">
      <ui-form-page
        [formGroup]="form"
        [submitLabel]="'certificates.templates.assign' | transloco"
        [sending]="store.assign.running()"
        [problem]="store.assign.problem()"
        (submitted)="assign()"
        (cancelled)="closed.emit()"
      >
        <mat-form-field>
          <mat-label>{{ 'certificates.templates.template' | transloco }}</mat-label>
          <mat-select formControlName="templateId">
            @for (one of templates(); track one.id) {
              <mat-option [value]="one.id">{{ one.name }}</mat-option>
            }
          </mat-select>
          <mat-error><ui-field-error [control]="form.controls.templateId" /></mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'certificates.numbers.kind' | transloco }}</mat-label>
          <mat-select formControlName="kind">
            @for (kind of kinds; track kind) {
              <mat-option [value]="kind">{{ 'certificates.kind.' + kind | transloco }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'certificates.templates.scheme' | transloco }}</mat-label>
          <mat-select formControlName="scheme">
            <mat-option [value]="null">{{ 'certificates.templates.everyScheme' | transloco }}</mat-option>
            @for (scheme of schemes; track scheme) {
              <mat-option [value]="scheme">{{ 'certificates.templates.schemes.' + scheme | transloco }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
        <ui-lookup
          [label]="'certificates.templates.unit' | transloco"
          [control]="form.controls.unitId"
          [find]="units.find"
        />
        <p class="small muted">{{ 'certificates.templates.precedence' | transloco }}</p>
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
export class AssignTemplate {
  /** Those that have a published version. */
  readonly templates = input.required<readonly { id: string; name: string }[]>();
  readonly closed = output();
  protected readonly store = inject(TemplateListStore);
  protected readonly units = inject(UnitChoices);
  protected readonly kinds: readonly CertificateKind[] = ['training', 'unitReport'];
  protected readonly schemes: readonly CertificateScheme[] = ['selfManaged', 'contracted', 'sentOut'];
  protected readonly form = new FormGroup({
    templateId: new FormControl<string | null>(null, { validators: [Validators.required] }),
    kind: new FormControl<CertificateKind>('training', { nonNullable: true }),
    scheme: new FormControl<CertificateScheme | null>(null),
    unitId: new FormControl<string | null>(null),
  });

  protected async assign(): Promise<void> {
    const { scheme, ...rest } = this.form.getRawValue();
    await this.store.assign.run({ ...rest, scheme: scheme ?? undefined });
    if (!this.store.assign.problem()) this.closed.emit();
  }
}
