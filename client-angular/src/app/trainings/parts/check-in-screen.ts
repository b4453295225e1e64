import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { AttendanceClient, CheckInView } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { act, loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon, UiProblem } from '@ui';

/** What hangs on the wall in class: the code of this half minute, large, and how many have come. */
@Component({
  selector: 'app-check-in-screen',
  imports: [...FORMAT_PIPES, MatButtonModule, TranslocoPipe, UiIcon, UiProblem],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section #screen class="card" [attr.aria-label]="'participants.checkIn.open' | transloco">
      @if (view.problem() ?? open.problem(); as problem) {
        <ui-problem [problem]="problem" (retry)="view.reload()" />
      } @else if (view.value(); as shown) {
        <h2>{{ shown.subject }}</h2>
        @if (shown.isOpen) {
          <svg
            role="img"
            [attr.aria-label]="'participants.checkIn.qr' | transloco"
            [attr.viewBox]="'0 0 ' + (shown.qr.length + 4) + ' ' + (shown.qr.length + 4)"
          >
            <rect width="100%" height="100%" fill="#fff" />
            <path [attr.d]="path()" fill="#000" />
          </svg>
          <p class="code" aria-live="off">{{ shown.code }}</p>
          <p>{{ 'participants.checkIn.next' | transloco: { seconds: seconds() } }}</p>
          <p class="small muted">{{ 'participants.checkIn.until' | transloco }} {{ shown.closesAt | time }}</p>
        } @else {
          <p class="muted">{{ 'participants.checkIn.closed' | transloco }}</p>
        }
        <p role="status">
          {{ 'participants.attendance.counts' | transloco: { present: shown.present, total: shown.expected } }}
        </p>
        <div class="row">
          @if (shown.isOpen) {
            <button matButton="outlined" type="button" (click)="enlarge()">
              <ui-icon name="monitor" /> {{ 'participants.checkIn.full' | transloco }}
            </button>
            <button matButton type="button" (click)="open.run(0)">
              {{ 'participants.checkIn.close' | transloco }}
            </button>
          } @else {
            <button matButton="filled" type="button" [disabled]="open.running()" (click)="open.run(undefined)">
              {{ 'participants.checkIn.start' | transloco }}
            </button>
          }
        </div>
      }
    </section>
  `,
  styles: `
    section {
      display: grid;
      justify-items: center;
      gap: var(--space-2);
      margin: var(--space-3) 0;
      text-align: center;
      background: var(--mat-sys-surface);
    }
    section:fullscreen {
      align-content: center;
    }
    svg {
      width: min(60vh, 80vw, 22rem);
    }
    section:fullscreen svg {
      width: min(60vh, 80vw);
    }
    .code {
      margin: 0;
      font-size: clamp(2.5rem, 9vw, 5rem);
      font-weight: 700;
      letter-spacing: 0.15em;
      font-variant-numeric: tabular-nums;
    }
    p,
    h2 {
      margin: 0;
      font-size: 1rem;
    }
  `,
})
export class CheckInScreen {
  readonly trainingId = input.required<string>();
  readonly sessionId = input.required<string>();
  readonly changed = output();

  private readonly api = inject(AttendanceClient);
  private readonly screen = viewChild.required<ElementRef<HTMLElement>>('screen');
  private readonly now = signal(Date.now());
  private shift = 0;

  protected readonly view = loaded((training: string, session: string) => this.api.getCheckIn(training, session));
  protected readonly open = act(
    (minutes: number | undefined) => this.api.openCheckIn(this.trainingId(), this.sessionId(), { minutes }),
    {
      problems: 'page',
      then: (shown: CheckInView) => {
        this.view.set(shown);
        this.changed.emit();
        // The code is for the class: it must not lie below the edge of the screen.
        setTimeout(() => this.screen().nativeElement.scrollIntoView({ block: 'end' }));
      },
    },
  );

  /** Until the next code, by the server's clock. */
  protected readonly seconds = computed(() => {
    const next = this.view.value()?.nextCodeAt;
    return next ? Math.max(0, Math.ceil((Date.parse(next) - this.now() - this.shift) / 1000)) : 0;
  });
  protected readonly path = computed(() =>
    (this.view.value()?.qr ?? [])
      .flatMap((row, y) => [...row].flatMap((dark, x) => (dark === '1' ? [`M${x + 2} ${y + 2}h1v1h-1z`] : [])))
      .join(''),
  );

  constructor() {
    effect(() => {
      this.view.load(this.trainingId(), this.sessionId());
    });
    effect(() => {
      const shown = this.view.value();
      if (shown) this.shift = Date.parse(shown.serverTime) - Date.now();
    });
    const ticking = setInterval(() => {
      this.now.set(Date.now());
      const shown = this.view.value();
      // Every five seconds for the count of those who came, and at once when the code is over.
      const over = shown?.nextCodeAt && Date.parse(shown.nextCodeAt) <= Date.now() + this.shift;
      if (shown?.isOpen && (over || Math.floor(Date.now() / 1000) % 5 === 0)) this.view.reload();
    }, 1000);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(ticking);
    });
  }

  protected enlarge(): void {
    void this.screen().nativeElement.requestFullscreen();
  }
}
