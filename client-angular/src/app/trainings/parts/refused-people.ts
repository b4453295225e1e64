import { ChangeDetectionStrategy, Component, input, linkedSignal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RefusedPersonAnswer } from '@api';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon } from '@ui';

/** Those for whom an act on many could not be done, each with the reason, until they are put away. */
@Component({
  selector: 'app-refused-people',
  imports: [LocalTextPipe, MatButtonModule, TranslocoPipe, UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (shown()) {
      <section class="card" role="status">
        <div class="head">
          <h2>{{ title() }} ({{ people().length }})</h2>
          <button
            matIconButton
            type="button"
            [attr.aria-label]="'participants.refused.putAway' | transloco: { title: title() }"
            (click)="shown.set(false)"
          >
            <ui-icon name="close" [size]="18" />
          </button>
        </div>
        <ul tabindex="0" role="region" [attr.aria-label]="title()">
          @for (one of people(); track $index) {
            <li>
              @if (one.errors[0]; as error) {
                @if (one.name && !error.id.detail.startsWith(one.name)) {
                  <strong>{{ one.name }}</strong>
                }
                {{ { id: error.id.detail, en: error.en.detail } | localText }}
              } @else {
                <strong>{{ one.name ?? ('participants.refused.unknown' | transloco) }}</strong>
              }
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    .card {
      margin-bottom: var(--space-4);
      border-inline-start: 4px solid var(--state-warn);
    }
    .head {
      display: flex;
      align-items: center;
      justify-content: space-between;
    }
    h2 {
      margin: 0;
      font-size: 0.9375rem;
    }
    ul {
      max-height: 10rem;
      margin: 0;
      padding-inline-start: var(--space-4);
      overflow-y: auto;
      font-size: var(--text-table);
    }
  `,
})
export class RefusedPeople {
  readonly people = input.required<readonly RefusedPersonAnswer[]>();
  readonly title = input.required<string>();
  protected readonly shown = linkedSignal(() => this.people().length > 0);
}
