import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { InvitationAnswerView, ParticipationAnswer, ParticipationClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats, zoneName } from '@core/formats';
import { act, loaded } from '@core/load';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFact, UiFacts, UiIcon, UiProblem, UiWaiting } from '@ui';
import { AppParticipantState } from '../parts/participant-state';
import { placeOf } from '../training-words';

/** Where the link of the invitation leads: confirm or decline, without an account. */
@Component({
  selector: 'app-participation-answer',
  imports: [
    ...FORMAT_PIPES,
    AppParticipantState,
    LocalTextPipe,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    ReactiveFormsModule,
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
      @if (asked.problem(); as problem) {
        <h1>{{ 'participants.answer.title' | transloco }}</h1>
        <ui-problem [problem]="problem" (retry)="asked.reload()" />
      } @else if (asked.value(); as shown) {
        <h1>
          {{ (shown.kind === 'reserveOffer' ? 'participants.answer.offer' : 'participants.answer.title') | transloco }}
        </h1>
        @let waiting = shown.canAnswer && !shown.refusal && !answered();
        <p>
          {{ 'participants.answer.' + (waiting ? 'greeting' : 'addressee') | transloco: { name: shown.name } }}
        </p>
        <ui-facts [title]="shown.training">
          <ui-fact [label]="'participants.answer.dates' | transloco">{{ dates(shown) }}</ui-fact>
          @if (first(shown); as session) {
            <ui-fact [label]="'participants.answer.firstSession' | transloco">{{ session }}</ui-fact>
          }
          @if (place(shown); as place) {
            <ui-fact [label]="'participants.answer.place' | transloco">{{ place }}</ui-fact>
          }
          <ui-fact [label]="'JP'">{{ shown.jp | jp }}</ui-fact>
          @if (waiting) {
            <ui-fact [label]="'participants.answer.until' | transloco">{{ shown.expiresAt | dayTime }}</ui-fact>
          } @else if (!answered()) {
            <ui-fact [label]="'participants.column.state' | transloco">
              <app-participant-state [state]="shown.state" [rank]="shown.reserveRank" />
            </ui-fact>
          }
        </ui-facts>
        <div aria-live="polite">
          @if (answered(); as outcome) {
            <p class="outcome">
              <ui-icon name="state-done" /> {{ 'participants.answer.' + outcome.state | transloco }}
            </p>
            @if (outcome.notice; as notice) {
              <p>{{ { id: notice.id.detail, en: notice.en.detail } | localText }}</p>
            }
          } @else if (shown.refusal; as refusal) {
            <p class="outcome">{{ { id: refusal.id.title, en: refusal.en.title } | localText }}</p>
            <p>{{ { id: refusal.id.detail, en: refusal.en.detail } | localText }}</p>
          } @else if (waiting) {
            @if (send.problem(); as problem) {
              <ui-problem [problem]="problem" [retryable]="false" />
            }
            @if (declining()) {
              <mat-form-field>
                <mat-label>{{ 'participants.answer.reason' | transloco }}</mat-label>
                <textarea matInput rows="3" maxlength="500" [formControl]="reason"></textarea>
              </mat-form-field>
              <div class="row">
                <button matButton="filled" type="button" [disabled]="send.running()" (click)="send.run(false)">
                  {{ 'participants.answer.sendDecline' | transloco }}
                </button>
                <button matButton type="button" (click)="declining.set(false)">
                  {{ 'participants.cancel' | transloco }}
                </button>
              </div>
            } @else {
              <div class="row">
                <button matButton="filled" type="button" [disabled]="send.running()" (click)="send.run(true)">
                  {{ 'participants.answer.confirm' | transloco }}
                </button>
                <button matButton="outlined" type="button" (click)="declining.set(true)">
                  {{ 'participants.answer.decline' | transloco }}
                </button>
              </div>
            }
          } @else {
            <p class="outcome">{{ 'participants.answer.closed' | transloco }}</p>
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
    mat-form-field {
      width: 100%;
      margin-bottom: var(--space-3);
    }
    h1 {
      margin: 0;
      font-size: 1.375rem;
    }
    p {
      margin: 0;
    }
    mat-form-field {
      width: 100%;
    }
    mat-form-field + .row {
      margin-top: var(--space-3);
    }
    .outcome {
      font-weight: 600;
    }
  `,
})
export class ParticipationAnswerPage {
  protected readonly place = placeOf;
  readonly token = input.required<string>();

  private readonly api = inject(ParticipationClient);
  private readonly formats = inject(Formats);
  protected readonly declining = signal(false);
  protected readonly answered = signal<ParticipationAnswer | undefined>(undefined);
  protected readonly reason = new FormControl('', { nonNullable: true });
  protected readonly asked = loaded((token: string) => this.api.getInvitation(token));
  protected readonly send = act(
    (confirm: boolean) =>
      this.api.answerInvitation(this.token(), {
        confirm,
        reason: confirm ? undefined : this.reason.value || undefined,
      }),
    {
      problems: 'page',
      then: (outcome) => {
        this.answered.set(outcome);
      },
    },
  );

  constructor() {
    effect(() => {
      this.asked.load(this.token());
    });
  }

  /** "Senin, 9 Maret 2026, 08.30–12.00 WIB, Aula": to the hour, because it goes into a diary. */
  protected first(shown: InvitationAnswerView): string | undefined {
    const session = shown.firstSession;
    if (!session) return undefined;
    const hours = `${this.formats.time(session.start, false)}–${this.formats.time(session.end, false)}`;
    return [this.formats.date(session.date, 'weekday'), `${hours} ${zoneName(session.timeZone)}`, session.room]
      .filter(Boolean)
      .join(', ');
  }

  protected dates(shown: InvitationAnswerView): string {
    return this.formats.dateRange(shown.start, shown.end);
  }
}
