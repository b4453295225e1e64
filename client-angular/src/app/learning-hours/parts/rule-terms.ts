import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { JpRuleTerms } from '@api';
import { TranslocoPipe } from '@jsverse/transloco';
import { AMOUNTS } from '../rule-words';

/** What a rule counts by, in sentences. */
@Component({
  selector: 'app-rule-terms',
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div>{{ 'learning-hours.rules.says.' + terms().basis | transloco: { jp: terms().jp } }}</div>
    @for (limit of limits(); track limit.name) {
      <div class="small">{{ 'learning-hours.rules.says.' + limit.name | transloco: { amount: limit.amount } }}</div>
    }
  `,
})
export class RuleTerms {
  readonly terms = input.required<JpRuleTerms>();
  protected readonly limits = computed(() =>
    AMOUNTS.filter((name) => name !== 'jp')
      .map((name) => ({ name, amount: this.terms()[name] }))
      .filter(({ amount }) => amount !== null && amount !== undefined),
  );
}
