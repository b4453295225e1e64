import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Session } from '@core/session';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiPageHeader } from '@ui';

@Component({
  selector: 'app-home',
  imports: [TranslocoPipe, UiPageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ui-page-header [title]="'shell.home.greeting' | transloco: { name: session.user()?.name }" />`,
})
export class Home {
  protected readonly session = inject(Session);
}
