import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiProblem } from '@ui';
import { ParticipantsStore } from './participants.store';

/** Every invitation and offer: who was asked when, until when, and what they said. */
@Component({
  selector: 'app-reserve-offers',
  imports: [...FORMAT_PIPES, TranslocoPipe, UiProblem],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (store.offers.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="store.offers.reload()" />
    } @else if (store.offers.value(); as offers) {
      @if (offers.total > offers.items.length) {
        <p class="small muted">
          {{ 'participants.offers.part' | transloco: { shown: offers.items.length, total: (offers.total | count) } }}
        </p>
      }
      <div class="scroll card" tabindex="0" role="region" [attr.aria-label]="'participants.offers.open' | transloco">
        <table class="table">
          <caption class="visually-hidden">
            {{
              'participants.offers.open' | transloco
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ 'participants.column.name' | transloco }}</th>
              <th scope="col">{{ 'participants.offers.kind' | transloco }}</th>
              <th scope="col">{{ 'participants.offers.sent' | transloco }}</th>
              <th scope="col">{{ 'participants.offers.until' | transloco }}</th>
              <th scope="col">{{ 'participants.offers.answer' | transloco }}</th>
            </tr>
          </thead>
          <tbody>
            @for (one of offers.items; track $index) {
              <tr>
                <td>{{ one.name }}</td>
                <td>{{ 'participants.offers.' + one.kind | transloco }}</td>
                <td>{{ one.sentAt | dayTime }}</td>
                <td>{{ one.expiresAt | dayTime }}</td>
                <td>{{ 'participants.offers.answers.' + (one.answer ?? 'open') | transloco }}</td>
              </tr>
            } @empty {
              <tr>
                <td colspan="5" class="muted">{{ 'participants.offers.empty' | transloco }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
  `,
  styles: `
    .scroll {
      max-height: 22rem;
      overflow: auto;
      margin-bottom: var(--space-4);
    }
  `,
})
export class ReserveOffers {
  protected readonly store = inject(ParticipantsStore);
}
