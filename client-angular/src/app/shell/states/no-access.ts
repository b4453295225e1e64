import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty } from '@ui';

@Component({
  selector: 'app-no-access',
  imports: [MatButtonModule, RouterLink, TranslocoPipe, UiEmpty],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-empty page icon="lock" [title]="'shell.noAccess.title' | transloco" [text]="'shell.noAccess.text' | transloco">
      <a matButton="outlined" routerLink="/">{{ 'shell.toHome' | transloco }}</a>
    </ui-empty>
  `,
})
export class NoAccess {}
