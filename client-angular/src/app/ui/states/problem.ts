import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { LanguageSwitch } from '@core/language';
import { Problem } from '@core/problem';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon } from '../icon';

/** Why something is not here, in place of it: what happened, what is kept, what to do. */
@Component({
  selector: 'ui-problem',
  imports: [MatButtonModule, TranslocoPipe, UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-icon [name]="forbidden() ? 'lock' : 'warning'" [size]="28" />
    <h2>{{ text().title }}</h2>
    @if (text().detail; as detail) {
      <p>{{ detail }}</p>
    }
    <div class="row">
      @if (retryable() && mayHelp()) {
        <button matButton="outlined" type="button" (click)="retry.emit()">{{ 'ui.retry' | transloco }}</button>
      }
      <ng-content />
    </div>
    @if (fault()) {
      <p class="small code">
        {{ problem().code }}
        @if (problem().traceId; as trace) {
          · {{ trace }}
        }
      </p>
    }
  `,
  styleUrl: './states.scss',
  host: { role: 'alert' },
})
export class UiProblem {
  readonly problem = input.required<Problem>();
  /** Where the person tries again by another button or another file, this one would do nothing. */
  readonly retryable = input(true);
  readonly retry = output();
  private readonly language = inject(LanguageSwitch);
  protected readonly text = computed(() => this.problem().text(this.language.current()));
  /** Asking the same again helps against a fault or a crowd, never against a refusal. */
  protected readonly mayHelp = computed(() => this.problem().mayRetry || this.fault() || this.problem().status === 401);
  /** Then somebody has to look into it, and asks for the code. */
  protected readonly fault = computed(() => this.problem().status < 0 || this.problem().status >= 500);
  protected readonly forbidden = computed(() => this.problem().status === 403);
}
