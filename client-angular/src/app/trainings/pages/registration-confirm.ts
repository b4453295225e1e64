import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { RegistrationClient, RegistrationLinkAnswer } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { act, loaded } from '@core/load';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFact, UiFacts, UiIcon, UiProblem, UiWaiting } from '@ui';

/** Where the link of a registration leads. A press of the button proves the address; opening the page does not. */
@Component({
  selector: 'app-registration-confirm',
  imports: [
    ...FORMAT_PIPES,
    LocalTextPipe,
    MatButtonModule,
    RouterLink,
    TranslocoPipe,
    UiFact,
    UiFacts,
    UiIcon,
    UiProblem,
    UiWaiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="card">
      <h1>{{ 'participants.register.confirmTitle' | transloco }}</h1>
      @if (link.problem(); as problem) {
        <ui-problem [problem]="problem" (retry)="link.reload()">
          <a routerLink="/register">{{ 'participants.register.all' | transloco }}</a>
        </ui-problem>
      } @else if (link.value(); as shown) {
        <ui-facts [title]="shown.training">
          <ui-fact [label]="'participants.answer.dates' | transloco">{{ dates(shown) }}</ui-fact>
          <ui-fact [label]="'participants.external.name' | transloco">{{ shown.name }}</ui-fact>
          <ui-fact [label]="'participants.external.email' | transloco">{{ shown.email }}</ui-fact>
        </ui-facts>
        <div aria-live="polite">
          @if (done()) {
            <p class="outcome"><ui-icon name="state-done" /> {{ 'participants.register.confirmed' | transloco }}</p>
            <p>{{ 'participants.register.confirmedText' | transloco }}</p>
          } @else if (shown.refusal; as refusal) {
            <p class="outcome">{{ { id: refusal.id.title, en: refusal.en.title } | localText }}</p>
            <p>{{ { id: refusal.id.detail, en: refusal.en.detail } | localText }}</p>
            <a routerLink="/register">{{ 'participants.register.all' | transloco }}</a>
          } @else {
            @if (confirm.problem(); as problem) {
              <ui-problem [problem]="problem" (retry)="confirm.run()" />
            }
            <p class="small muted">
              {{ 'participants.register.linkUntil' | transloco }} {{ shown.expiresAt | dayTime }}
            </p>
            <button matButton="filled" type="button" [disabled]="confirm.running()" (click)="confirm.run()">
              {{ 'participants.register.confirm' | transloco }}
            </button>
          }
        </div>
      } @else {
        <ui-waiting />
      }
    </section>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--space-4);
      max-width: 34rem;
      margin: var(--space-5) auto;
    }
    h1 {
      margin: 0;
      font-size: 1.375rem;
    }
    .outcome {
      font-weight: 600;
    }
  `,
})
export class RegistrationConfirm {
  readonly token = input.required<string>();

  private readonly api = inject(RegistrationClient);
  private readonly formats = inject(Formats);
  protected readonly done = signal(false);
  protected readonly link = loaded((token: string) => this.api.getRegistration(token));
  protected readonly confirm = act(() => this.api.confirmRegistration(this.token()), {
    problems: 'page',
    then: () => {
      this.done.set(true);
    },
  });

  constructor() {
    effect(() => {
      this.link.load(this.token());
    });
  }

  protected dates(shown: RegistrationLinkAnswer): string {
    return this.formats.dateRange(shown.start, shown.end);
  }
}
