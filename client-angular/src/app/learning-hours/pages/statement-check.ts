import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { Meta } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { JpVerificationClient } from '@api';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon, UiPageHeader, UiProblem, UiWaiting } from '@ui';
import { StatementFacts } from '../parts/statement-facts';

/** For anybody who is shown a statement of lesson hours: the answer behind its QR code. */
@Component({
  selector: 'app-statement-check',
  imports: [RouterLink, TranslocoPipe, StatementFacts, UiIcon, UiPageHeader, UiProblem, UiWaiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-page-header [title]="'learning-hours.check.title' | transloco" />
    <div aria-live="polite">
      @if (result.problem(); as problem) {
        @if (problem.status === 404) {
          <section class="card refusal">
            <h2><ui-icon name="state-bad" /> {{ 'learning-hours.check.unknown' | transloco }}</h2>
            <p>{{ 'learning-hours.check.unknownText' | transloco }}</p>
          </section>
        } @else {
          <ui-problem [problem]="problem" (retry)="result.reload()" />
        }
      } @else if (result.value()) {
        <app-statement-facts [result]="result.value()!" />
      } @else {
        <ui-waiting />
      }
    </div>
    <p>
      <a routerLink="/verify">{{ 'learning-hours.check.byFile' | transloco }}</a>
    </p>
  `,
  styles: `
    :host {
      display: block;
      max-width: 42rem;
      margin: 0 auto;
    }
    .refusal {
      padding: var(--space-5);
      border-left: 4px solid var(--state-bad);
    }
    p {
      margin-top: var(--space-3);
    }
  `,
})
export class StatementCheck {
  /** From the address behind the QR code. */
  readonly token = input.required<string>();
  private readonly api = inject(JpVerificationClient);
  protected readonly result = loaded((token: string) => this.api.verifyJpStatement(token));

  constructor() {
    inject(Meta).updateTag({ name: 'robots', content: 'noindex, nofollow' });
    effect(() => {
      this.result.load(this.token());
    });
  }
}
