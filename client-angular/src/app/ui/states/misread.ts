import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty } from './empty';

/** Filters in the address that nobody understands, in place of the rows that they would have let through. */
@Component({
  selector: 'ui-misread',
  imports: [MatButtonModule, TranslocoPipe, UiEmpty],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-empty
      icon="filter"
      [title]="'ui.list.misread' | transloco: { filters: filters() }"
      [text]="'ui.list.misreadHelp' | transloco"
    >
      <button matButton="outlined" type="button" (click)="cleared.emit()">{{ 'ui.list.clearAll' | transloco }}</button>
    </ui-empty>
  `,
  host: { role: 'alert' },
})
export class UiMisread {
  /** Their names. */
  readonly filters = input.required<string>();
  readonly cleared = output();
}
