import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RefusedPersonAnswer } from '@api';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';

/** Those for whom an act on many could not be done, each with the reason. */
@Component({
  selector: 'app-refused-people',
  imports: [LocalTextPipe, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (people().length > 0) {
      <section class="card" role="status">
        <h2>{{ title() }}</h2>
        <ul>
          @for (one of people(); track $index) {
            <li>
              <strong>{{ one.name ?? ('participants.refused.unknown' | transloco) }}</strong>
              @if (one.errors[0]; as error) {
                {{ { id: error.id.detail, en: error.en.detail } | localText }}
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
    h2 {
      margin: 0 0 var(--space-2);
      font-size: 0.9375rem;
    }
    ul {
      margin: 0;
      padding-inline-start: var(--space-4);
    }
  `,
})
export class RefusedPeople {
  readonly people = input.required<readonly RefusedPersonAnswer[]>();
  readonly title = input.required<string>();
}
