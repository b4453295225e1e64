import { Injectable, inject } from '@angular/core';
import { JpRuleDraft, JpRulePreview, JpRulesClient } from '@api';
import { act, loaded } from '@core/load';

const PAGE = 10;

/** Changing a rule: looked at first, then published as it was looked at. */
@Injectable()
export class RuleChangeStore {
  private readonly api = inject(JpRulesClient);

  readonly rule = loaded((code: string) => this.api.getJpRule(code));
  readonly preview = act(
    (code: string, draft: JpRuleDraft, page: number) => this.api.previewJpRuleChange(...parts(code, draft), page, PAGE),
    { problems: 'page' },
  );
  readonly people = loaded((code: string, draft: JpRuleDraft, page: number) =>
    this.api.listJpRuleChangePeople(...parts(code, draft), page, PAGE),
  );
  readonly publish = act(
    ({ code, after, fingerprint, edition }: JpRulePreview, reason: string) =>
      this.api.publishJpRule(code, { ...after, reason, fingerprint }, `"${edition}"`),
    { done: 'learning-hours.rules.published', problems: 'page' },
  );
}

/** Where the list of people is downloaded. */
export function fileOf(code: string, { values, validFrom, citation, confirmed }: JpRuleDraft): string {
  const asked = { ...values, validFrom, citation, confirmed };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked))
    if (value !== null && value !== undefined) query.set(name, String(value));
  return `/api/v1/jp-rules/${encodeURIComponent(code)}/preview/people/export?${query.toString()}`;
}

function parts(code: string, { values, validFrom, citation, confirmed }: JpRuleDraft) {
  return [
    code,
    validFrom,
    values.basis,
    values.jp ?? undefined,
    values.capPerDay ?? undefined,
    values.meetingsPerMonth ?? undefined,
    values.internationalJp ?? undefined,
    values.internationalPercent ?? undefined,
    citation ?? undefined,
    confirmed,
  ] as const;
}
