import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router } from '@angular/router';
import { Session } from '@core/session';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty } from '@ui';

/** The server did not say who is here; the wanted page waits behind the button. */
@Component({
  selector: 'app-unreachable',
  imports: [MatButtonModule, TranslocoPipe, UiEmpty],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-empty
      page
      icon="offline"
      [title]="'identity.unreachable.title' | transloco"
      [text]="'identity.unreachable.text' | transloco"
    >
      <button matButton="filled" type="button" (click)="again()">{{ 'ui.retry' | transloco }}</button>
    </ui-empty>
  `,
})
export class Unreachable {
  readonly back = input('/');
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  protected again(): void {
    this.session.refresh().subscribe(() => {
      if (!this.session.problem()) void this.router.navigateByUrl(this.back());
    });
  }
}
