import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';
import { Tab, UiDetailPage, UiFact, UiFacts, UiPageHeader, UiProblem, UiState, UiTabs, UiWaiting } from '@ui';
import { firstValueFrom } from 'rxjs';
import { JpStatementView } from '../../learning-hours/parts/jp-statement';
import { EmployeeDetailStore } from '../employee-detail.store';
import { ObjectHistory } from '../../shell/history/object-history';
import { EmployeeCertificates } from '../parts/employee-certificates';
import { EmployeeDocuments } from '../parts/employee-documents';
import { EmployeeHistory } from '../parts/employee-history';
import { EmployeeTrainings } from '../parts/employee-trainings';
import { MergeDialog, MergeAnswer } from '../parts/merge-dialog';

/** A person: who they are now, what they were, and what the product holds of them. */
@Component({
  imports: [
    MatButtonModule,
    RouterLink,
    TranslocoPipe,
    ...FORMAT_PIPES,
    EmployeeCertificates,
    EmployeeDocuments,
    EmployeeHistory,
    EmployeeTrainings,
    JpStatementView,
    ObjectHistory,
    UiDetailPage,
    UiFact,
    UiFacts,
    UiPageHeader,
    UiProblem,
    UiState,
    UiTabs,
    UiWaiting,
  ],
  providers: [EmployeeDetailStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './employee-detail.html',
})
export class EmployeeDetail {
  readonly id = input.required<string>();
  protected readonly store = inject(EmployeeDetailStore);
  private readonly dialog = inject(MatDialog);

  protected readonly sections = computed<Tab[]>(() => {
    const employee = this.store.employee.value();
    return [
      { key: 'profile', label: 'organization.employee.tab.profile' },
      ...(employee?.canReadJp ? [{ key: 'jp', label: 'organization.employee.tab.jp' }] : []),
      ...(employee?.canReadTrainings ? [{ key: 'trainings', label: 'organization.employee.tab.trainings' }] : []),
      ...(employee?.canReadCertificates
        ? [{ key: 'certificates', label: 'organization.employee.tab.certificates' }]
        : []),
      ...(employee?.canReadTrainings ? [{ key: 'documents', label: 'organization.employee.tab.documents' }] : []),
      { key: 'history', label: 'organization.employee.tab.history' },
      ...(employee?.canReadAudit ? [{ key: 'audit', label: 'organization.employee.tab.audit' }] : []),
    ];
  });

  constructor() {
    effect(() => {
      this.store.employee.load(this.id());
    });
  }

  protected async merge(): Promise<void> {
    const answer = await firstValueFrom(
      this.dialog.open<MergeDialog, string, MergeAnswer>(MergeDialog, { data: this.id() }).afterClosed(),
    );
    if (answer) await this.store.merge.run(this.id(), answer.mergedId, answer.reason);
  }
}
