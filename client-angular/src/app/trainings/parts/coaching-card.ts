import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { CoachingClient, CoachingMeetingRow, CoachingRow } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { act } from '@core/load';
import { Notices } from '@core/notices';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiIcon, UiState } from '@ui';
import { isSupervised, wordsOfHeld } from '../supervision';

/** Somebody's learning and who accompanies it: goal, contract, meetings agreed and held. */
@Component({
  selector: 'app-coaching-card',
  imports: [...FORMAT_PIPES, MatButtonModule, TranslocoPipe, UiIcon, UiState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <article class="card" [attr.aria-label]="row().name">
      <header>
        <div>
          <h2>{{ row().name }}</h2>
          <div class="small muted">
            {{ 'participants.coaching.kinds.' + row().kind | transloco }} ·
            {{
              (supervised() ? 'participants.coaching.superior' : 'participants.coaching.with')
                | transloco: { name: row().coachName }
            }}
          </div>
          @if (showsTraining()) {
            <div class="small muted">{{ row().training }}</div>
          }
        </div>
        <ui-state [tone]="reached() ? 'good' : 'info'">{{
          words() + 'held' | transloco: { held: held(), agreed: row().agreedMeetings }
        }}</ui-state>
      </header>
      <p class="goal">{{ row().goal }}</p>
      @if (row().meetings.length > 0) {
        <div class="scroll">
          <table class="table">
            <caption class="visually-hidden">
              {{
                words() + 'all' | transloco
              }}
            </caption>
            <thead>
              <tr>
                <th scope="col">{{ 'participants.coaching.heldOn' | transloco }}</th>
                <th scope="col">{{ 'participants.coaching.topic' | transloco }}</th>
                <th scope="col" class="end">{{ 'participants.coaching.minutes' | transloco }}</th>
                @if (row().canNote) {
                  <th scope="col">
                    <span class="visually-hidden">{{ words() + 'remove' | transloco }}</span>
                  </th>
                }
              </tr>
            </thead>
            <tbody>
              @for (meeting of row().meetings; track meeting.id) {
                <tr>
                  <td class="day">{{ meeting.heldOn | day: 'short' }}</td>
                  <td>
                    {{ meeting.topic }}
                    @if (meeting.outcome) {
                      <div class="small muted">{{ meeting.outcome }}</div>
                    }
                  </td>
                  <td class="end">{{ meeting.minutes | count }}</td>
                  @if (row().canNote) {
                    <td class="end">
                      <button
                        matIconButton
                        type="button"
                        [disabled]="remove.running()"
                        [attr.aria-label]="words() + 'removeFor' | transloco: { date: (meeting.heldOn | day) }"
                        (click)="ask(meeting)"
                      >
                        <ui-icon name="delete" [size]="16" />
                      </button>
                    </td>
                  }
                </tr>
              }
            </tbody>
          </table>
        </div>
      } @else {
        <p class="muted">
          {{ words() + 'none' | transloco }}
        </p>
      }
      <footer class="row">
        @if (row().canNote) {
          <button matButton="outlined" type="button" (click)="note.emit()">
            <ui-icon name="plus" />
            {{ words() + 'note' | transloco }}
          </button>
        }
        @if (row().canChange) {
          <button matButton type="button" (click)="edit.emit()">{{ 'participants.coaching.edit' | transloco }}</button>
          <label class="upload">
            <ui-icon name="upload" /> {{ 'participants.coaching.attach' | transloco }}
            <input
              class="visually-hidden"
              type="file"
              accept=".pdf,.jpg,.jpeg,.png"
              [attr.aria-label]="'participants.coaching.attachFor' | transloco: { name: row().name }"
              (change)="choose($event)"
            />
          </label>
        }
        @if (row().contractName; as name) {
          <a [href]="contract()" download
            ><ui-icon name="file" [size]="16" /> {{ 'participants.coaching.contract' | transloco }}: {{ name }}</a
          >
        } @else if (!supervised()) {
          <span class="small muted">{{ 'participants.coaching.noContract' | transloco }}</span>
        }
      </footer>
    </article>
  `,
  styleUrl: './coaching-card.scss',
})
export class CoachingCard {
  readonly row = input.required<CoachingRow>();
  readonly showsTraining = input(false);
  readonly note = output();
  readonly edit = output();
  readonly attached = output<File>();
  readonly removed = output();
  private readonly api = inject(CoachingClient);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly formats = inject(Formats);

  protected readonly supervised = computed(() => isSupervised(this.row().kind));
  protected readonly words = computed(() => wordsOfHeld(this.row().kind));
  protected readonly held = computed(() => this.row().meetings.length);
  protected readonly reached = computed(() => this.held() >= this.row().agreedMeetings);
  protected readonly contract = computed(
    () => `/api/v1/trainings/${this.row().trainingId}/coaching/${this.row().agreementId}/contract`,
  );

  protected readonly remove = act(
    (meeting: string) => this.api.removeCoachingMeeting(this.row().trainingId, this.row().agreementId, meeting),
    {
      then: () => {
        this.notices.say(`${this.words()}removed`);
        this.removed.emit();
      },
      // Somebody else removed it, or the results stand: show how it is.
      failed: () => {
        this.removed.emit();
      },
    },
  );

  protected async ask({ id, heldOn }: CoachingMeetingRow): Promise<void> {
    const words = { date: this.formats.date(heldOn), name: this.row().name };
    const answer = await this.confirm.ask({
      title: this.transloco.translate(`${this.words()}removeTitle`, words),
      text: this.transloco.translate(`${this.words()}removeText`, words),
      action: this.transloco.translate(`${this.words()}remove`),
      destructive: true,
    });
    if (answer) await this.remove.run(id);
  }

  protected choose(event: Event): void {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    if (file) this.attached.emit(file);
    field.value = '';
  }
}
