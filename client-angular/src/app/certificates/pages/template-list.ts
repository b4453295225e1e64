import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { Router, RouterLink } from '@angular/router';
import { CertificateKind, CertificateScheme, CertificateTemplateAssignmentLine, TemplateBeginning } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiEmpty, UiFieldError, UiFormPage, UiLookup, UiPageHeader, UiProblem, UiState, UiWaiting } from '@ui';
import { UnitChoices } from '../../shell/unit-choices';
import { TemplateListStore } from '../template-list.store';

/** How certificates look: the templates, and which of them serves which kind, scheme and unit. */
@Component({
  selector: 'app-template-list',
  imports: [
    ReactiveFormsModule,
    RouterLink,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    MatSelectModule,
    TranslocoPipe,
    UiEmpty,
    UiFieldError,
    UiFormPage,
    UiLookup,
    UiPageHeader,
    UiProblem,
    UiState,
    UiWaiting,
    ...FORMAT_PIPES,
  ],
  providers: [TemplateListStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './template-list.html',
  styles: `
    .scroll {
      position: relative;
      overflow-x: auto;
    }
    section + section {
      margin-top: var(--space-6);
    }
    .form {
      margin: var(--space-4) 0;
      padding: var(--space-4) var(--space-5);
    }
  `,
})
export class TemplateList {
  protected readonly store = inject(TemplateListStore);
  protected readonly units = inject(UnitChoices);
  private readonly confirm = inject(Confirm);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);

  protected readonly archived = signal(false);
  protected readonly open = signal<'create' | 'assign' | undefined>(undefined);
  protected readonly kinds: readonly CertificateKind[] = ['training', 'unitReport'];
  protected readonly schemes: readonly CertificateScheme[] = ['selfManaged', 'contracted', 'sentOut'];
  protected readonly beginnings: readonly TemplateBeginning[] = ['official', 'blank'];
  protected readonly published = computed(() =>
    (this.store.templates.value()?.items ?? []).filter((one) => one.published > 0),
  );
  protected readonly creating = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(120)] }),
    beginning: new FormControl<TemplateBeginning>('official', { nonNullable: true }),
  });
  protected readonly assigning = new FormGroup({
    templateId: new FormControl<string | null>(null, { validators: [Validators.required] }),
    kind: new FormControl<CertificateKind>('training', { nonNullable: true }),
    scheme: new FormControl<CertificateScheme | null>(null),
    unitId: new FormControl<string | null>(null),
  });

  constructor() {
    this.store.templates.load(false);
    this.store.assignments.load();
  }

  protected toggleArchived(): void {
    this.archived.update((shown) => !shown);
    this.store.templates.load(this.archived());
  }

  protected async create(): Promise<void> {
    const { name, beginning } = this.creating.getRawValue();
    const made = await this.store.create.run(name, beginning);
    if (made) await this.router.navigate(['/certificate-templates', made.id]);
  }

  protected async assign(): Promise<void> {
    const { scheme, ...rest } = this.assigning.getRawValue();
    await this.store.assign.run({ ...rest, scheme: scheme ?? undefined });
    if (!this.store.assign.problem()) this.open.set(undefined);
  }

  protected async withdraw(line: CertificateTemplateAssignmentLine): Promise<void> {
    const sure = await this.confirm.ask({
      title: this.transloco.translate('certificates.templates.withdrawTitle', { name: line.templateName }),
      text: this.transloco.translate('certificates.templates.withdrawText'),
      action: this.transloco.translate('certificates.templates.withdraw'),
    });
    if (sure)
      await this.store.assign.run({ kind: line.kind, scheme: line.scheme, unitId: line.unitId, templateId: null });
  }
}
