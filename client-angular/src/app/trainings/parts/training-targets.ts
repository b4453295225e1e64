import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TrainingTarget } from '@api';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiState } from '@ui';

/** What the training develops, in the words of the dictionary. */
@Component({
  selector: 'app-training-targets',
  imports: [LocalTextPipe, RouterLink, TranslocoPipe, UiState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2>{{ 'trainings.field.competencies' | transloco }}</h2>
    <ul>
      @for (target of targets(); track target.competencyId) {
        <li>
          <div class="row">
            <a [routerLink]="['/dictionaries', target.dictionaryCode, target.dictionaryNumber, target.code]">{{
              target.title
            }}</a>
            <span class="muted small nowrap">{{ target.code }}</span>
            @if (!target.isCurrent) {
              <ui-state tone="paused">{{ 'trainings.competencies.superseded' | transloco }}</ui-state>
            }
          </div>
          <div>
            {{ 'trainings.competencies.leadsTo' | transloco: { level: target.level } }} ·
            {{ target.levelName | localText }}
          </div>
          <p class="muted small">{{ target.levelDescription }}</p>
        </li>
      }
    </ul>
  `,
  styles: `
    h2 {
      margin: 0 0 var(--space-2);
      font-size: 0.9375rem;
    }
    ul {
      display: grid;
      gap: var(--space-3);
      max-width: 46rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .row {
      flex-wrap: wrap;
    }
    p {
      margin: 0;
    }
    a {
      overflow-wrap: anywhere;
    }
  `,
})
export class TrainingTargets {
  readonly targets = input.required<readonly TrainingTarget[]>();
}
