import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Session } from '@core/session';
import { TranslocoPipe } from '@jsverse/transloco';
import { Tab, UiPageHeader, UiTabs } from '@ui';
import { NominatePeople } from '../parts/nominate-people';
import { NominationDesk } from '../parts/nomination-desk';
import { TrainingReference } from '../training-reference';

/** The one screen of units and superiors: decide about candidates, and put own people forward. */
@Component({
  selector: 'app-nominations',
  imports: [NominatePeople, NominationDesk, TranslocoPipe, UiPageHeader, UiTabs],
  providers: [TrainingReference],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-page-header [title]="'participants.desk.title' | transloco" [subtitle]="intro | transloco" />
    <ui-tabs #tabs="uiTabs" [tabs]="tabList" [name]="'participants.desk.title' | transloco">
      @if (tabs.current() === 'nominate') {
        <app-nominate-people />
      } @else {
        <app-nomination-desk />
      }
    </ui-tabs>
  `,
})
export class Nominations {
  private readonly session = inject(Session);
  protected readonly tabList: Tab[] = [
    ...(this.session.can('participantsDecide', 'teamRead')
      ? [{ key: 'decide', label: 'participants.desk.decide' }]
      : []),
    ...(this.session.can('participantsNominate') ? [{ key: 'nominate', label: 'participants.desk.nominate' }] : []),
  ];
  /** A superior decides on their own people and puts nobody forward. */
  protected readonly intro = this.session.can('participantsNominate', 'participantsDecide')
    ? 'participants.desk.intro'
    : 'participants.desk.introDecide';
}
