import { NgComponentOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  resource,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { live } from '@core/live';
import { Session } from '@core/session';
import { TranslocoPipe } from '@jsverse/transloco';
import { Tab, UiPageHeader, UiProblem, UiTabs, UiWaiting } from '@ui';
import { LAZY_TABS } from '../detail-tabs';
import { DocumentsTab } from '../parts/documents-tab';
import { HistoryTab } from '../parts/history-tab';
import { NextStepNote } from '../parts/next-step-note';
import { PlanTab } from '../parts/plan-tab';
import { SessionsTab } from '../parts/sessions-tab';
import { TrainingActions } from '../parts/training-actions';
import { TrainingStateLabel } from '../parts/training-state';
import { TrainingDetailStore } from '../training-detail.store';

@Component({
  selector: 'app-training-detail',
  imports: [
    DocumentsTab,
    HistoryTab,
    MatButtonModule,
    NextStepNote,
    NgComponentOutlet,
    PlanTab,
    RouterLink,
    SessionsTab,
    TrainingActions,
    TrainingStateLabel,
    TranslocoPipe,
    UiPageHeader,
    UiProblem,
    UiTabs,
    UiWaiting,
  ],
  providers: [TrainingDetailStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (store.training.value(); as training) {
      <ui-page-header [title]="training.title" [subtitle]="subtitle()">
        <app-training-state uiState [state]="training.state" />
        <ng-container uiActions><app-training-actions [training]="training" /></ng-container>
      </ui-page-header>
      <app-next-step-note [training]="training" />
      <ui-tabs #tabs="uiTabs" [tabs]="tabList()" [name]="'trainings.detail.tabs' | transloco">
        @switch (tabs.current()) {
          @case ('plan') {
            <app-plan-tab [training]="training" />
          }
          @case ('documents') {
            <app-documents-tab [trainingId]="training.id" (changed)="store.refresh()" />
          }
          @case ('sessions') {
            <app-sessions-tab [trainingId]="training.id" (changed)="store.refresh()" />
          }
          @case ('history') {
            <app-history-tab [trainingId]="training.id" />
          }
          @default {
            @if (other.value(); as tab) {
              <ng-container [ngComponentOutlet]="tab" [ngComponentOutletInputs]="{ trainingId: training.id }" />
            } @else {
              <ui-waiting />
            }
          }
        }
      </ui-tabs>
    } @else if (store.training.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="store.training.reload()">
        <a matButton="outlined" routerLink="/trainings">{{ 'trainings.action.toList' | transloco }}</a>
      </ui-problem>
    } @else {
      <ui-waiting />
    }
  `,
})
export class TrainingDetail {
  readonly id = input.required<string>();
  protected readonly store = inject(TrainingDetailStore);
  private readonly session = inject(Session);
  private readonly tabs = viewChild<UiTabs>('tabs');

  protected readonly subtitle = computed(() => {
    const training = this.store.training.value();
    return training ? [training.activityCode, training.plan.batch, training.unitName].filter(Boolean).join(' · ') : '';
  });

  protected readonly tabList = computed<Tab[]>(() => {
    const training = this.store.training.value();
    if (!training) return [];
    const inside = training.abilities.canSeeInside;
    const people = this.session.can('participantsRead');
    const has = (key: string, may = people) =>
      inside && may && key in LAZY_TABS ? [{ key, label: `trainings.tab.${key}` }] : [];
    return [
      { key: 'plan', label: 'trainings.tab.plan' },
      { key: 'documents', label: 'trainings.tab.documents', count: training.documentCount },
      // A unit sees its own people of a published training, though not the inside of the plan.
      ...(people ? [{ key: 'participants', label: 'trainings.tab.participants' }] : []),
      { key: 'sessions', label: 'trainings.tab.sessions', count: training.sessionCount },
      ...has('attendance'),
      ...has('coaching'),
      ...has('completion'),
      ...has('certificates', this.session.can('certificatesRead')),
      ...(inside ? [{ key: 'history', label: 'trainings.tab.history' }] : []),
    ];
  });

  /** Code of the other tabs comes with the first look at one. */
  protected readonly other = resource({
    params: () => this.tabs()?.current(),
    loader: ({ params }) => LAZY_TABS[params]?.() ?? Promise.resolve(undefined),
  });

  constructor() {
    effect(() => {
      this.store.training.load(this.id());
    });
    // Others move it too.
    live()
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        this.store.training.reload();
      });
  }
}
