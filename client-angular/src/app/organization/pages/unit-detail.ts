import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { UnitsClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  Tab,
  Trail,
  UiDetailPage,
  UiEmpty,
  UiFact,
  UiFacts,
  UiPageHeader,
  UiProblem,
  UiState,
  UiTabs,
  UiWaiting,
} from '@ui';
import { ObjectHistory } from '../../shell/history/object-history';

/** A unit: its place, its head, what lies below it and what it was before. */
@Component({
  imports: [
    MatButtonModule,
    RouterLink,
    TranslocoPipe,
    ...FORMAT_PIPES,
    ObjectHistory,
    UiDetailPage,
    UiEmpty,
    UiFact,
    UiFacts,
    UiPageHeader,
    UiProblem,
    UiState,
    UiTabs,
    UiWaiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './unit-detail.html',
  styleUrl: './unit-detail.scss',
})
export class UnitDetail {
  readonly id = input.required<string>();
  private readonly api = inject(UnitsClient);
  private readonly trail = inject(Trail);
  protected readonly unit = loaded((id: string) => this.api.getUnit(id));
  protected readonly sections = computed<Tab[]>(() => [
    { key: 'overview', label: 'organization.unit.tab.overview' },
    { key: 'history', label: 'organization.unit.tab.history' },
    ...(this.unit.value()?.canReadAudit ? [{ key: 'audit', label: 'organization.unit.tab.audit' }] : []),
  ]);

  constructor() {
    effect(() => {
      this.unit.load(this.id());
    });
    effect(() => {
      const above = this.unit.value()?.path.slice(0, -1) ?? [];
      this.trail.setMiddle(above.map((step) => ({ text: step.name, link: ['/units', step.id] })));
    });
  }
}
