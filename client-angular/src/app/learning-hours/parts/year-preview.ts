import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { JpYearPreview } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFact, UiFacts } from '@ui';

/** What closing a year would freeze, and what would not get in any more. */
@Component({
  selector: 'app-year-preview',
  imports: [MatButtonModule, RouterLink, TranslocoPipe, UiFact, UiFacts, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let year = preview();
    <ui-facts [title]="'learning-hours.years.wouldFreeze' | transloco">
      <ui-fact [label]="'learning-hours.years.people' | transloco">{{ year.people | count }}</ui-fact>
      <ui-fact [label]="'learning-hours.years.met' | transloco">
        {{ 'learning-hours.years.metOf' | transloco: { met: (year.met | count), owing: (year.owing | count) } }}
      </ui-fact>
      <ui-fact label="JP">{{ year.jp | jp }}</ui-fact>
    </ui-facts>
    @if (year.openTrainings > 0) {
      <div class="notice">
        <p>
          <strong>{{
            'learning-hours.years.openTrainings' | transloco: { count: (year.openTrainings | count) }
          }}</strong>
        </p>
        <ul>
          @for (training of year.trainings; track training.trainingId) {
            <li>
              <a [routerLink]="['/trainings', training.trainingId]" [queryParams]="{ tab: 'completion' }">{{
                training.title
              }}</a>
              <span class="small"> · {{ training.end | day }}</span>
            </li>
          }
        </ul>
      </div>
    }
    @if (year.withoutCertificate > 0) {
      <p class="small muted">
        {{ 'learning-hours.years.withoutCertificate' | transloco: { count: (year.withoutCertificate | count) } }}
      </p>
    }
    <button matButton="filled" type="button" [disabled]="disabled()" (click)="closeYear.emit()">
      {{ 'learning-hours.years.close' | transloco: { year: year.year } }}
    </button>
  `,
  styles: `
    :host {
      display: block;
      padding: var(--space-3) 0;
    }
    .notice {
      margin: var(--space-3) 0;
      padding: var(--space-2) var(--space-4);
      border-radius: var(--radius);
      color: var(--state-warn);
      background: var(--state-warn-surface);
    }
    .notice a {
      color: inherit;
    }
    p {
      margin: var(--space-2) 0;
    }
    ul {
      margin: 0;
      padding-left: var(--space-4);
    }
  `,
})
export class YearPreview {
  readonly preview = input.required<JpYearPreview>();
  readonly disabled = input(false);
  readonly closeYear = output();
}
