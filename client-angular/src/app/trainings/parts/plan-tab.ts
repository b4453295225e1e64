import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { TrainingView } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiDetailPage, UiFact, UiFacts, UiState } from '@ui';
import { TrainingDetailStore } from '../training-detail.store';
import { PlanRevision } from './plan-revision';
import { reportBudget } from './report-budget-dialog';
import { TrainingActivity } from './training-activity';
import { TrainingFacts } from './training-facts';
import { TrainingTargets } from './training-targets';

@Component({
  selector: 'app-plan-tab',
  imports: [
    FORMAT_PIPES,
    MatButtonModule,
    PlanRevision,
    TranslocoPipe,
    UiDetailPage,
    UiFact,
    UiFacts,
    UiState,
    TrainingActivity,
    TrainingFacts,
    TrainingTargets,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-detail-page>
      <div class="stack">
        <app-plan-revision [training]="training()" />
        @if (plan().targetAudience) {
          <section>
            <h2>{{ 'trainings.field.targetAudience' | transloco }}</h2>
            <p class="text">{{ plan().targetAudience }}</p>
          </section>
        }
        @if (plan().notes) {
          <section>
            <h2>{{ 'trainings.field.notes' | transloco }}</h2>
            <p class="text">{{ plan().notes }}</p>
          </section>
        }
        @if (training().targets.length > 0) {
          <section><app-training-targets [targets]="training().targets" /></section>
        }
        <app-training-activity [training]="training()" />
        @if (training().abilities.canSeeInside && plan().budgetCeiling) {
          <ui-facts [title]="'trainings.plan.budget' | transloco">
            @if (plan().budgetSource) {
              <ui-fact [label]="'trainings.field.budgetSource' | transloco">{{ plan().budgetSource }}</ui-fact>
            }
            <ui-fact [label]="'trainings.field.budgetCeiling' | transloco">{{ plan().budgetCeiling | money }}</ui-fact>
            <ui-fact [label]="'trainings.field.budgetRealisation' | transloco">
              @if (reported()) {
                {{ training().budgetRealisation | money }}
              } @else {
                {{ 'trainings.plan.notReported' | transloco }}
              }
              @if (training().abilities.canReportBudget) {
                <button matButton type="button" (click)="report()">{{ 'trainings.action.budget' | transloco }}</button>
              }
            </ui-fact>
          </ui-facts>
        }
        @if (training().checklist.length > 0) {
          <section>
            <h2>{{ 'trainings.documents.checklist' | transloco }}</h2>
            <ul class="checks">
              @for (line of training().checklist; track line.move + line.kind) {
                <li>
                  <ui-state [tone]="line.present ? 'good' : 'warn'">{{
                    (line.present ? 'trainings.documents.present' : 'trainings.documents.missing') | transloco
                  }}</ui-state>
                  {{ 'trainings.kind.' + line.kind | transloco }}
                  <span class="muted small">{{
                    'trainings.documents.before' | transloco: { move: ('trainings.move.' + line.move | transloco) }
                  }}</span>
                </li>
              }
            </ul>
          </section>
        }
      </div>
      <ng-container uiAside>
        <app-training-facts [training]="training()" />
      </ng-container>
    </ui-detail-page>
  `,
  styles: `
    h2 {
      margin: 0 0 var(--space-2);
      font-size: 0.9375rem;
    }
    .text {
      white-space: pre-line;
      overflow-wrap: anywhere;
      max-width: 46rem;
    }
    .checks {
      display: grid;
      gap: var(--space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
  `,
})
export class PlanTab {
  readonly training = input.required<TrainingView>();
  private readonly dialog = inject(MatDialog);
  private readonly store = inject(TrainingDetailStore);
  protected readonly plan = computed(() => this.training().plan);
  /** Nothing spent is a report too. */
  protected readonly reported = computed(() => typeof this.training().budgetRealisation === 'number');

  protected async report(): Promise<void> {
    if (await reportBudget(this.dialog, this.training())) this.store.refresh();
  }
}
