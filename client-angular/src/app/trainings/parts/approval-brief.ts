import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TrainingView } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { UiFact, UiState } from '@ui';
import { SessionsTab } from './sessions-tab';
import { TrainingActivity } from './training-activity';
import { TrainingFacts } from './training-facts';
import { TrainingTargets } from './training-targets';

/** What the head needs to decide, in the order in which they ask: when, how much, for whom, at what cost; then the days. */
@Component({
  selector: 'app-approval-brief',
  imports: [
    FORMAT_PIPES,
    SessionsTab,
    TrainingActivity,
    TrainingFacts,
    TrainingTargets,
    TranslocoPipe,
    UiFact,
    UiState,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-training-facts class="card" [training]="training()" [wide]="true">
      <ui-fact [label]="'trainings.field.targetAudience' | transloco">{{ plan().targetAudience }}</ui-fact>
      <ui-fact [label]="'trainings.plan.budget' | transloco">
        @if (plan().budgetCeiling) {
          {{ plan().budgetCeiling | money }}
          @if (plan().budgetSource) {
            <span class="muted small">{{ plan().budgetSource }}</span>
          }
        }
      </ui-fact>
      <ui-fact [label]="'trainings.tab.documents' | transloco">
        <ui-state [tone]="missing() ? 'warn' : 'good'">{{
          (missing() ? 'trainings.desk.incomplete' : 'trainings.desk.complete') | transloco
        }}</ui-state>
        @if (missing()) {
          <div class="small">{{ missing() }}</div>
        }
      </ui-fact>
    </app-training-facts>
    <section>
      <h3>{{ 'trainings.tab.sessions' | transloco }}</h3>
      <app-sessions-tab [trainingId]="training().id" />
    </section>
    @if (training().targets.length > 0) {
      <section><app-training-targets [targets]="training().targets" /></section>
    }
    @if (plan().notes) {
      <section>
        <h3>{{ 'trainings.field.notes' | transloco }}</h3>
        <p class="text">{{ plan().notes }}</p>
      </section>
    }
    <app-training-activity [training]="training()" [wide]="true" />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-5);
    }
    h3 {
      margin: 0;
      font-size: 0.9375rem;
    }
    .text {
      margin: var(--space-2) 0 0;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class ApprovalBrief {
  readonly training = input.required<TrainingView>();
  private readonly transloco = inject(TranslocoService);
  protected readonly plan = computed(() => this.training().plan);

  /** Papers that had to be there by now; the whole list stands beside the papers. */
  protected readonly missing = computed(() =>
    this.training()
      .checklist.filter((line) => !line.present && (line.move === 'submit' || line.move === 'approve'))
      .map((line) => this.transloco.translate<string>(`trainings.kind.${line.kind}`))
      .join(', '),
  );
}
