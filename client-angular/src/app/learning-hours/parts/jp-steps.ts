import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { JpEntryRule, JpStep } from '@api';
import { Formats } from '@core/formats';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { UiState } from '@ui';

const OF_A_MONTH: readonly JpStep['kind'][] = ['meetings', 'capPerMonth'];

/** How an amount of JP came about, and by which rule; opens on demand. */
@Component({
  selector: 'app-jp-steps',
  imports: [RouterLink, TranslocoPipe, UiState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details [open]="open()">
      <summary class="small">{{ 'learning-hours.how' | transloco }}</summary>
      <ol class="small">
        @for (step of steps(); track $index) {
          <li>{{ words(step) }}</li>
        } @empty {
          <li>{{ 'learning-hours.noSteps' | transloco }}</li>
        }
      </ol>
      @if (rule(); as rule) {
        <p class="small">
          {{
            'learning-hours.byRule' | transloco: { citation: rule.citation || '–', from: formats.date(rule.validFrom) }
          }}
          <a [routerLink]="['/jp-rules', rule.code]">{{ 'learning-hours.seeRule' | transloco }}</a>
          @if (!rule.confirmed) {
            <ui-state tone="warn">{{ 'learning-hours.rules.unconfirmed' | transloco }}</ui-state>
          }
        </p>
      }
    </details>
  `,
  styles: `
    summary {
      cursor: pointer;
      min-height: 24px;
    }
    p {
      margin: 0 0 var(--space-2);
    }
  `,
})
export class JpSteps {
  readonly steps = input.required<readonly JpStep[]>();
  readonly rule = input<JpEntryRule | null>();
  readonly open = input(false);
  protected readonly formats = inject(Formats);
  private readonly transloco = inject(TranslocoService);

  protected words(step: JpStep): string {
    return this.transloco
      .translate(`learning-hours.step.${step.kind}`, {
        jp: this.formats.jp(step.jp),
        from: this.formats.number(step.from),
        limit: this.formats.number(step.limit),
        on: step.on ? `${this.formats.date(step.on, OF_A_MONTH.includes(step.kind) ? 'month' : 'long')}: ` : '',
        note: step.note ? `(${step.note})` : '',
      })
      .trim();
  }
}
