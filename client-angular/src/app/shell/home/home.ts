import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Session } from '@core/session';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiPageHeader } from '@ui';
import { FittingTrainings } from './fitting-trainings';
import { MyYearCard } from './my-year-card';
import { WaitingList } from './waiting-list';

/** Home is work: what waits for me, oldest first; then my year. */
@Component({
  selector: 'app-home',
  imports: [TranslocoPipe, UiPageHeader, FittingTrainings, WaitingList, MyYearCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-page-header [title]="'shell.home.greeting' | transloco: { name: session.user()?.name }" />
    <div class="columns">
      <app-waiting-list />
      @if (hasYear()) {
        <div class="stack">
          <app-my-year-card />
          <app-fitting-trainings />
        </div>
      }
    </div>
  `,
  styles: `
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-5);
      align-items: start;
    }
    @media (min-width: 1100px) {
      .columns:has(.stack) {
        grid-template-columns: minmax(0, 1.4fr) minmax(20rem, 1fr);
      }
    }
  `,
})
export class Home {
  protected readonly session = inject(Session);
  protected readonly hasYear = computed(() => !!this.session.user()?.employeeId);
}
