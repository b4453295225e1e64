import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Session } from '@core/session';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiPageHeader } from '@ui';
import { FittingTrainings } from './fitting-trainings';
import { MyYearCard } from './my-year-card';
import { TeamCard } from './team-card';
import { UnitProgressCard } from './unit-progress-card';
import { WaitingList } from './waiting-list';

/** Home is work: what waits for me, oldest first; then my units and people, and my year. */
@Component({
  selector: 'app-home',
  imports: [TranslocoPipe, UiPageHeader, FittingTrainings, WaitingList, MyYearCard, TeamCard, UnitProgressCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-page-header [title]="'shell.home.greeting' | transloco: { name: session.user()?.name }" />
    <div class="columns">
      <div class="stack">
        <app-waiting-list />
        @if (leads()) {
          <app-unit-progress-card />
        }
        @if (supervises()) {
          <app-team-card />
        }
      </div>
      @if (hasYear()) {
        <div class="stack side">
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
      .columns:has(.side) {
        grid-template-columns: minmax(0, 1.4fr) minmax(20rem, 1fr);
      }
    }
  `,
})
export class Home {
  protected readonly session = inject(Session);
  protected readonly hasYear = computed(() => !!this.session.user()?.employeeId);
  /** Those who answer for others see how far they are; the server narrows to their units. */
  protected readonly leads = computed(() => this.session.is('unitLeader', 'executive', 'hrOfficer', 'headOfCentre'));
  protected readonly supervises = computed(() => this.session.is('supervisor'));
}
