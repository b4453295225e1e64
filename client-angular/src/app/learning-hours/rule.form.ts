import { FormControl, FormGroup, Validators } from '@angular/forms';
import type { JpBasis, JpRuleDraft, JpRuleView } from '@api';
import { AMOUNTS, AMOUNTS_OF, Amount } from './rule-words';

const MOST: Readonly<Record<Amount, number>> = {
  jp: 1000,
  meetingsPerMonth: 31,
  capPerDay: 24,
  internationalJp: 1000,
  internationalPercent: 400,
};

export function ruleForm() {
  const amount = (name: Amount) =>
    new FormControl<number | null>(null, [Validators.min(1), Validators.max(MOST[name])]);
  return new FormGroup({
    values: new FormGroup({
      basis: new FormControl<JpBasis>('byMinutes', { nonNullable: true }),
      jp: amount('jp'),
      meetingsPerMonth: amount('meetingsPerMonth'),
      capPerDay: amount('capPerDay'),
      internationalJp: amount('internationalJp'),
      internationalPercent: amount('internationalPercent'),
    }),
    validFrom: new FormControl('', { nonNullable: true, validators: Validators.required }),
    citation: new FormControl('', { nonNullable: true, validators: Validators.maxLength(300) }),
    confirmed: new FormControl(false, { nonNullable: true }),
  });
}

export type RuleForm = ReturnType<typeof ruleForm>;

export function fill(form: RuleForm, rule: JpRuleView): void {
  form.patchValue({ values: rule.values, citation: rule.citation ?? '', confirmed: rule.confirmed });
  form.markAsPristine();
}

/** Only what the basis counts with: the rest was perhaps typed before the basis was chosen. */
export function draftOf(form: RuleForm): JpRuleDraft {
  const { values, validFrom, citation, confirmed } = form.getRawValue();
  const used = AMOUNTS.filter((name) => AMOUNTS_OF[values.basis].includes(name));
  return {
    values: { basis: values.basis, ...Object.fromEntries(used.map((name) => [name, values[name]])) },
    validFrom,
    citation: citation.trim() || null,
    confirmed,
  };
}
