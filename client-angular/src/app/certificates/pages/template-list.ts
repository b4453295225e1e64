import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { CertificateTemplateAssignmentLine } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiEmpty, UiPageHeader, UiProblem, UiState, UiWaiting } from '@ui';
import { AssignTemplate } from '../parts/assign-template';
import { BeginTemplate } from '../parts/begin-template';
import { TemplateListStore } from '../template-list.store';

/** How certificates look: the templates, and which of them serves which kind, scheme and unit. */
@Component({
  selector: 'app-template-list',
  imports: [
    AssignTemplate,
    BeginTemplate,
    RouterLink,
    MatButtonModule,
    TranslocoPipe,
    UiEmpty,
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
  `,
})
export class TemplateList {
  protected readonly store = inject(TemplateListStore);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);

  protected readonly archived = signal(false);
  protected readonly open = signal<'create' | 'assign' | undefined>(undefined);
  protected readonly published = computed(() =>
    (this.store.templates.value()?.items ?? []).filter((one) => one.published > 0),
  );

  constructor() {
    this.store.templates.load(false);
    this.store.assignments.load();
  }

  protected toggleArchived(): void {
    this.archived.update((shown) => !shown);
    this.store.templates.load(this.archived());
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
