import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TrainingView } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFact, UiFacts } from '@ui';
import { CountryNames } from '../country-names';

/** When, how much, for how many and where: what a decision about a training looks at first. */
@Component({
  selector: 'app-training-facts',
  imports: [FORMAT_PIPES, TranslocoPipe, UiFact, UiFacts],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-facts [title]="wide() ? '' : ('trainings.plan.facts' | transloco)" [wide]="wide()">
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
      @if (wide()) {
        <ui-fact [label]="'trainings.field.quota' | transloco">{{ plan().quota | count }}</ui-fact>
      } @else {
        <ui-fact [label]="'trainings.column.seats' | transloco"
          >{{ training().seatsTaken | count }} / {{ plan().quota | count }}</ui-fact
        >
      }
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
          ><a [href]="plan().onlineLink" target="_blank" rel="noopener noreferrer">{{ plan().onlineLink }}</a></ui-fact
        >
      }
      <ng-content />
    </ui-facts>
  `,
  styles: `
    a {
      overflow-wrap: anywhere;
    }
  `,
})
export class TrainingFacts {
  readonly training = input.required<TrainingView>();
  /** Side by side instead of below each other; further facts may stand in it. */
  readonly wide = input(false);
  private readonly formats = inject(Formats);
  private readonly countries = inject(CountryNames);
  protected readonly plan = computed(() => this.training().plan);
  protected readonly dates = computed(() => this.formats.dateRange(this.plan().start, this.plan().end));
  protected readonly place = computed(() =>
    [this.plan().venue, this.plan().city, this.country()].filter(Boolean).join(', '),
  );
  private readonly country = computed(() => {
    const { country } = this.plan();
    return country ? this.countries.name(country) : '';
  });
}
