import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { Clash, DailyProgramme, SessionView, TrainingsClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats, zoneName } from '@core/formats';
import { act, loaded } from '@core/load';
import { Notices } from '@core/notices';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiEmpty, UiIcon, UiProblem, UiState, UiWaiting } from '@ui';
import { firstValueFrom } from 'rxjs';
import { SessionDialog, SessionDialogData } from './session-dialog';

/** The timetable day by day, with what each session clashes with. */
@Component({
  selector: 'app-sessions-tab',
  imports: [FORMAT_PIPES, MatButtonModule, RouterLink, TranslocoPipe, UiEmpty, UiIcon, UiProblem, UiState, UiWaiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sessions-tab.html',
  styleUrl: './sessions-tab.scss',
})
export class SessionsTab {
  readonly trainingId = input.required<string>();
  readonly changed = output();

  private readonly api = inject(TrainingsClient);
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);
  private readonly formats = inject(Formats);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  protected readonly programme = loaded((id: string) => this.api.getDailyProgramme(id));
  protected readonly zone = computed(() => zoneName(this.programme.value()?.timeZone ?? ''));
  private readonly remove = act((id: string) => this.api.removeSession(this.trainingId(), id, this.seen()), {
    done: 'trainings.sessions.removed',
    then: () => {
      this.refresh();
    },
    // Somebody else changed the timetable first: show how it stands.
    failed: ({ status }) => {
      if (status === 412) this.refresh();
    },
  });

  /** People hear of all changes at once: when it has been quiet for a while, or when the planner says so. */
  protected readonly tell = act(() => this.api.tellSessionChanges(this.trainingId()), {
    then: (told) => {
      this.notices.say('trainings.sessions.told', { count: told.people });
      this.programme.reload();
    },
  });

  private seen(): string | undefined {
    const programme = this.programme.value();
    return programme && `"${programme.version}"`;
  }

  constructor() {
    effect(() => {
      this.programme.load(this.trainingId());
    });
  }

  protected times(session: SessionView): string {
    return `${this.formats.time(session.start, false)}–${this.formats.time(session.end, false)}`;
  }

  protected clash(clash: Clash): string {
    return this.transloco.translate(`trainings.clash.${clash.kind}`, { what: clash.what, other: clash.otherTitle });
  }

  protected async edit(programme: DailyProgramme, session?: SessionView): Promise<void> {
    const last = programme.days.at(-1);
    const opened = this.dialog.open<SessionDialog, SessionDialogData, boolean>(SessionDialog, {
      data: { programme, session, date: last?.date ?? programme.start, after: last?.sessions.at(-1)?.end },
      width: '40rem',
      maxWidth: 'calc(100vw - 24px)',
    });
    if (await firstValueFrom(opened.afterClosed())) this.refresh();
  }

  protected async ask(session: SessionView): Promise<void> {
    const answer = await this.confirm.ask({
      title: this.transloco.translate('trainings.sessions.removeTitle'),
      text: this.transloco.translate('trainings.sessions.removeText', { subject: session.subject }),
      action: this.transloco.translate('trainings.sessions.remove'),
      destructive: true,
    });
    if (answer) await this.remove.run(session.id);
  }

  private refresh(): void {
    this.programme.reload();
    this.changed.emit();
  }
}
