import { ChangeDetectionStrategy, Component, booleanAttribute, input } from '@angular/core';
import { UiIcon } from '../icon';
import { IconName } from '../icons';

/** Nothing here yet: says what to do, with the action inside. */
@Component({
  selector: 'ui-empty',
  imports: [UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-icon [name]="icon()" [size]="28" />
    @if (page()) {
      <h1>{{ title() }}</h1>
    } @else {
      <h2>{{ title() }}</h2>
    }
    @if (text()) {
      <p>{{ text() }}</p>
    }
    <div class="row"><ng-content /></div>
  `,
  styleUrl: './states.scss',
})
export class UiEmpty {
  readonly title = input.required<string>();
  readonly text = input('');
  readonly icon = input<IconName>('layout-list');
  /** Nothing else is on the page: then this is its heading. */
  readonly page = input(false, { transform: booleanAttribute });
}
