import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { JpRuleUse, JpRulesClient, ReferenceItemState } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { loaded } from '@core/load';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { StateTone, UiEmpty, UiFact, UiFacts, UiPageHeader, UiProblem, UiState, UiWaiting } from '@ui';
import { RuleTerms } from '../parts/rule-terms';
import { entriesWord } from '../rule-words';

const TONES: Readonly<Record<ReferenceItemState, StateTone>> = { current: 'good', planned: 'info', ended: 'paused' };

/** The rules of one form one after another, what rests on each, and every wording they had. */
@Component({
  selector: 'app-jp-rule',
  imports: [
    LocalTextPipe,
    MatButtonModule,
    RouterLink,
    RuleTerms,
    TranslocoPipe,
    UiEmpty,
    UiFact,
    UiFacts,
    UiPageHeader,
    UiProblem,
    UiState,
    UiWaiting,
    ...FORMAT_PIPES,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './jp-rule.html',
  styles: `
    ul {
      display: grid;
      gap: var(--space-4);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .card {
      padding: var(--space-4);
    }
    h2 {
      font-size: 1rem;
    }
    .head {
      flex-wrap: wrap;
      margin-bottom: var(--space-3);
    }
    .parts {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
      gap: var(--space-4);
    }
    ol {
      margin: var(--space-2) 0 0;
      padding-inline-start: 1.2rem;
    }
    summary {
      cursor: pointer;
      min-height: 24px;
      margin-top: var(--space-3);
    }
  `,
})
export class JpRule {
  readonly code = input.required<string>();

  private readonly api = inject(JpRulesClient);
  protected readonly formats = inject(Formats);
  protected readonly rule = loaded((code: string) => this.api.getJpRule(code));
  protected readonly tones = TONES;

  constructor() {
    effect(() => {
      this.rule.load(this.code());
    });
  }

  protected entries(use: JpRuleUse): string {
    return entriesWord(use, (value) => this.formats.number(value));
  }
}
