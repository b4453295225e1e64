import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { InstitutionWords } from '../institution-words';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiProblem, UiState, UiWaiting } from '@ui';
import { InstitutionStore } from '../pages/institution.store';

/** Every version of the settings: who, when, why, and what differed. */
@Component({
  selector: 'app-institution-history',
  imports: [TranslocoPipe, UiEmpty, UiProblem, UiState, UiWaiting, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (store.history.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="store.history.reload()" />
    } @else if (store.history.value(); as history) {
      @for (version of history.versions; track version.number) {
        <article class="card">
          <h2>
            {{ 'organization.institution.version' | transloco: { number: version.number } }}
            @if (version.inForce) {
              <ui-state tone="good">{{ 'organization.institution.inForce' | transloco }}</ui-state>
            } @else if (version.cancelledAt) {
              <ui-state tone="bad">{{ 'organization.institution.cancelled' | transloco }}</ui-state>
            } @else if (version.effectiveFrom > today) {
              <ui-state tone="info">{{ 'organization.institution.willHold' | transloco }}</ui-state>
            }
          </h2>
          <p class="muted">
            {{ 'organization.institution.since' | transloco }} {{ version.effectiveFrom | day }} ·
            {{ version.changedByName }}, {{ version.changedAt | dayTime }}
          </p>
          @if (version.reason) {
            <p>“{{ version.reason }}”</p>
          }
          @let changes = words.shown(version.changes);
          @if (changes.length > 0) {
            <div
              class="scroll"
              tabindex="0"
              role="region"
              [attr.aria-label]="'organization.institution.setting' | transloco"
            >
              <table class="table">
                <thead>
                  <tr>
                    <th scope="col">{{ 'organization.institution.setting' | transloco }}</th>
                    <th scope="col">{{ 'organization.institution.before' | transloco }}</th>
                    <th scope="col">{{ 'organization.institution.after' | transloco }}</th>
                  </tr>
                </thead>
                <tbody>
                  @for (change of changes; track change.label) {
                    <tr>
                      <th scope="row">{{ change.label }}</th>
                      <td>{{ change.before }}</td>
                      <td>{{ change.after }}</td>
                    </tr>
                  }
                </tbody>
              </table>
            </div>
          }
        </article>
      } @empty {
        <ui-empty
          icon="history"
          [title]="'organization.institution.noHistory' | transloco"
          [text]="'organization.institution.noHistoryHelp' | transloco"
        />
      }
    } @else {
      <ui-waiting />
    }
  `,
  styles: `
    article {
      margin-bottom: var(--space-4);
    }
    h2 {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      margin: 0;
    }
    .scroll {
      overflow-x: auto;
    }
    td {
      overflow-wrap: anywhere;
    }
  `,
})
export class InstitutionHistoryList {
  protected readonly store = inject(InstitutionStore);
  protected readonly words = inject(InstitutionWords);

  protected readonly today = inject(Formats).today();

  constructor() {
    this.store.history.load();
  }
}
