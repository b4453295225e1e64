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
      @if (retryable() && problem().status !== 403 && problem().status !== 404) {
        <button matButton="outlined" type="button" (click)="retry.emit()">{{ 'ui.retry' | transloco }}</button>
      }
      <ng-content />
    </div>
    @if (problem().status !== 0) {
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
  protected readonly forbidden = computed(() => this.problem().status === 403);
}
