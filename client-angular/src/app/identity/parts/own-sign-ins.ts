import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { OwnAccountClient, OwnSignIn } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { act, loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiProblem, UiState, UiWaiting } from '@ui';
import { browserName } from '../browser-name';

/** Where I am signed in: each device with a way to sign it out. */
@Component({
  selector: 'app-own-sign-ins',
  imports: [...FORMAT_PIPES, MatButtonModule, TranslocoPipe, UiProblem, UiState, UiWaiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (signIns.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="signIns.reload()" />
    } @else if (signIns.value(); as shown) {
      <ul>
        @for (one of shown; track one.id) {
          <li>
            <div class="grow">
              <strong>{{ name(one) ?? ('identity.signIns.unknown' | transloco) }}</strong>
              @if (one.isCurrent) {
                <ui-state tone="good">{{ 'identity.signIns.current' | transloco }}</ui-state>
              }
              <div class="small muted">
                {{ 'identity.signIns.since' | transloco: { at: (one.startedAt | dayTime) } }}
                @if (one.remoteAddress) {
                  · {{ one.remoteAddress }}
                }
              </div>
            </div>
            @if (!one.isCurrent) {
              <button
                matButton="outlined"
                type="button"
                [disabled]="end.running()"
                [attr.aria-label]="
                  'identity.signIns.endOne' | transloco: { name: name(one) ?? ('identity.signIns.unknown' | transloco) }
                "
                (click)="end.run(one)"
              >
                {{ 'identity.signIns.end' | transloco }}
              </button>
            }
          </li>
        }
      </ul>
    } @else {
      <ui-waiting />
    }
  `,
  styles: `
    ul {
      margin: 0 0 var(--space-4);
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-3);
      padding: var(--space-3) 0;
      border-bottom: var(--line);
    }
    strong {
      margin-inline-end: var(--space-2);
    }
  `,
})
export class OwnSignIns {
  private readonly api = inject(OwnAccountClient);

  protected readonly signIns = loaded(() => this.api.listOwnSignIns());
  protected readonly end = act((one: OwnSignIn) => this.api.endOwnSignIn(one.id), {
    done: 'identity.signIns.ended',
    then: () => {
      this.signIns.reload();
    },
  });

  constructor() {
    this.signIns.load();
  }

  protected name(one: OwnSignIn): string | undefined {
    return browserName(one.userAgent ?? '');
  }
}
