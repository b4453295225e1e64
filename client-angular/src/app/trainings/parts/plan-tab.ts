import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { TrainingView } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiDetailPage, UiFact, UiFacts, UiState } from '@ui';
import { CountryNames } from '../country-names';
import { TrainingDetailStore } from '../training-detail.store';
import { reportBudget } from './report-budget-dialog';
import { TrainingTargets } from './training-targets';

@Component({
  selector: 'app-plan-tab',
  imports: [
    FORMAT_PIPES,
    LocalTextPipe,
    MatButtonModule,
    TranslocoPipe,
    UiDetailPage,
    UiFact,
    UiFacts,
    UiState,
    TrainingTargets,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-detail-page>
      <div class="stack">
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
        <ui-facts [title]="'trainings.plan.what' | transloco">
          <ui-fact [label]="'trainings.field.form' | transloco">{{ training().formName | localText }}</ui-fact>
          <ui-fact [label]="'trainings.field.scheme' | transloco">{{
            'trainings.scheme.' + plan().scheme | transloco
          }}</ui-fact>
          <ui-fact [label]="'trainings.field.cluster' | transloco">{{
            'trainings.cluster.' + (plan().cluster ?? 'klasikal') | transloco
          }}</ui-fact>
          @if (training().workingGroupName) {
            <ui-fact [label]="'trainings.field.workingGroup' | transloco">{{
              training().workingGroupName | localText
            }}</ui-fact>
          }
          @if (plan().organiser) {
            <ui-fact [label]="'trainings.field.organiser' | transloco">{{ plan().organiser }}</ui-fact>
          }
          @if (plan().partner) {
            <ui-fact [label]="'trainings.field.partner' | transloco">{{ plan().partner }}</ui-fact>
          }
        </ui-facts>
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
        <ui-facts [title]="'trainings.plan.facts' | transloco">
          <ui-fact [label]="'trainings.column.dates' | transloco">{{ dates() }}</ui-fact>
          <ui-fact [label]="'trainings.column.jp' | transloco">
            {{ training().jp | jp }}
            @if (training().derivedJp !== training().jp) {
              <span class="muted small">{{
                'trainings.plan.jpDiffers' | transloco: { jp: (training().derivedJp | jp) }
              }}</span>
            }
          </ui-fact>
          @if (plan().programmeJpReason) {
            <ui-fact [label]="'trainings.field.programmeJpReason' | transloco">{{ plan().programmeJpReason }}</ui-fact>
          }
          <ui-fact [label]="'trainings.column.seats' | transloco"
            >{{ training().seatsTaken | count }} / {{ plan().quota | count }}</ui-fact
          >
          <ui-fact [label]="'trainings.field.reservePlaces' | transloco">{{ plan().reservePlaces | count }}</ui-fact>
          @if (plan().allowsSelfApplication || plan().allowsPublicRegistration) {
            <ui-fact [label]="'trainings.plan.applications' | transloco">
              @if (plan().allowsSelfApplication) {
                <div>{{ 'trainings.plan.selfApplication' | transloco }}</div>
              }
              @if (plan().allowsPublicRegistration) {
                <div>{{ 'trainings.plan.publicRegistration' | transloco }}</div>
              }
              <div class="muted small">
                @if (plan().applicationsUntil; as last) {
                  {{ 'trainings.plan.until' | transloco: { day: (last | day) } }}
                } @else {
                  {{ 'trainings.plan.dayBefore' | transloco }}
                }
              </div>
            </ui-fact>
          }
          @if (place()) {
            <ui-fact [label]="'trainings.column.place' | transloco">{{ place() }}</ui-fact>
          }
          @if (plan().onlineLink) {
            <ui-fact [label]="'trainings.field.onlineLink' | transloco"
              ><a [href]="plan().onlineLink" target="_blank" rel="noopener noreferrer">{{
                plan().onlineLink
              }}</a></ui-fact
            >
          }
        </ui-facts>
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
    a {
      overflow-wrap: anywhere;
    }
  `,
})
export class PlanTab {
  readonly training = input.required<TrainingView>();
  private readonly formats = inject(Formats);
  private readonly dialog = inject(MatDialog);
  private readonly store = inject(TrainingDetailStore);
  protected readonly plan = computed(() => this.training().plan);
  /** Nothing spent is a report too. */
  protected readonly reported = computed(() => typeof this.training().budgetRealisation === 'number');
  protected readonly dates = computed(() => this.formats.dateRange(this.plan().start, this.plan().end));
  protected readonly place = computed(() =>
    [this.plan().venue, this.plan().city, this.country()].filter(Boolean).join(', '),
  );
  private readonly countries = inject(CountryNames);
  private readonly country = computed(() => {
    const { country } = this.plan();
    return country ? this.countries.name(country) : '';
  });

  protected async report(): Promise<void> {
    if (await reportBudget(this.dialog, this.training())) this.store.refresh();
  }
}
