import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { ActivatedRoute, Router } from '@angular/router';
import { AttendanceSession } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { loaded } from '@core/load';
import { Session } from '@core/session';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiIcon, UiProblem, UiWaiting } from '@ui';
import { AttendanceQueue } from '../attendance-queue';
import { AttendanceRoster } from '../attendance-roster';
import { AttendanceDesk } from './attendance-desk';
import { AttendanceImport } from './attendance-import';
import { AttendanceWaiting } from './attendance-waiting';
import { CheckInScreen } from './check-in-screen';

/** The sessions of a training, the papers of the chosen one, and its desk. */
@Component({
  selector: 'app-attendance-tab',
  imports: [
    AttendanceDesk,
    AttendanceImport,
    AttendanceWaiting,
    CheckInScreen,
    ...FORMAT_PIPES,
    MatButtonModule,
    TranslocoPipe,
    UiEmpty,
    UiIcon,
    UiProblem,
    UiWaiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './attendance-tab.html',
  styleUrl: './attendance-tab.scss',
  host: { '(window:beforeunload)': 'askToStay($event)' },
})
export class AttendanceTab {
  readonly trainingId = input.required<string>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly queue = inject(AttendanceQueue);
  private readonly roster = inject(AttendanceRoster);
  private readonly user = inject(Session).user;
  private readonly router = inject(Router);
  private readonly asked = toSignal(inject(ActivatedRoute).queryParamMap);

  protected readonly showsCode = signal(false);
  protected readonly grid = loaded((training: string) => this.roster.load(training));
  /** Without the server there are no papers and no check-in. */
  protected readonly connected = computed(() => !this.queue.offline() && this.user() !== undefined);

  /**
   * The one that runs now or began last, until another is chosen. The choice stands in the address: over a page loaded
   * again, marks would otherwise go to another session than before.
   */
  protected readonly session = computed<AttendanceSession | undefined>(() => {
    const sessions = this.grid.value()?.sessions ?? [];
    const chosen = this.asked()?.get('session');
    return sessions.find((one) => one.id === chosen) ?? sessions.findLast((one) => one.hasStarted) ?? sessions[0];
  });

  constructor() {
    effect(() => {
      this.grid.load(this.trainingId());
    });
    effect(() => {
      // Once for all that waited, not after every portion.
      if (this.queue.delivered() > 0 && this.queue.count() === 0) untracked(() => this.grid.reload());
    });
    // Of many sessions the one that runs now lies beyond the edge.
    afterRenderEffect(() => {
      if (this.session()?.id)
        this.host.querySelector('.session.current')?.scrollIntoView({ block: 'nearest', inline: 'center' });
    });
  }

  protected choose(session: string): void {
    void this.router.navigate([], {
      queryParams: { session },
      queryParamsHandling: 'merge',
      replaceUrl: true,
      scroll: 'manual',
    });
  }

  /** Where nothing could be kept, the page would not come back before the class is over. */
  protected askToStay(event: BeforeUnloadEvent): void {
    if (this.queue.offline() && !this.roster.kept()) event.preventDefault();
  }
}
