import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { JpStep } from '@api';
import { Formats } from '@core/formats';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';

/** How an amount of JP came about; opens on demand. */
@Component({
  selector: 'app-jp-steps',
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details>
      <summary class="small">{{ 'learning-hours.how' | transloco }}</summary>
      <ol class="small">
        @for (step of steps(); track $index) {
          <li>{{ words(step) }}</li>
        }
      </ol>
    </details>
  `,
  styles: `
    summary {
      cursor: pointer;
      min-height: 24px;
    }
  `,
})
export class JpSteps {
  readonly steps = input.required<readonly JpStep[]>();
  private readonly formats = inject(Formats);
  private readonly transloco = inject(TranslocoService);

  protected words(step: JpStep): string {
    return this.transloco.translate(`learning-hours.step.${step.kind}`, {
      jp: this.formats.jp(step.jp),
      from: this.formats.number(step.from),
      limit: this.formats.number(step.limit),
      on: step.on ? this.formats.date(step.on) : '',
      note: step.note ?? '',
    });
  }
}
