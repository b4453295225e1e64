import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router } from '@angular/router';
import { Device } from '@core/device';
import { KeptDesk, dropDesks, keptDesks } from '@core/kept-desks';
import { Session } from '@core/session';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiPageHeader } from '@ui';
import { AttendanceQueue } from '../attendance-queue';
import { AttendanceTab } from '../parts/attendance-tab';

/** The attendance desk after the page was loaded again without a network: what was kept of it, and nothing else. */
@Component({
  selector: 'app-class-desk',
  imports: [AttendanceTab, MatButtonModule, TranslocoPipe, UiPageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (desk(); as desk) {
      <ui-page-header
        [title]="'participants.classDesk.title' | transloco"
        [subtitle]="(visitor.known() ? 'participants.classDesk.connected' : 'participants.classDesk.text') | transloco"
      >
        <ng-container uiActions>
          @if (visitor.known()) {
            <button matButton="filled" type="button" (click)="device.startAnew(training(desk))">
              {{ 'participants.classDesk.open' | transloco }}
            </button>
          } @else {
            <button matButton type="button" (click)="remove()">
              {{ 'participants.classDesk.remove' | transloco }}
            </button>
            <button matButton="outlined" type="button" (click)="queue.send()">{{ 'ui.retry' | transloco }}</button>
          }
        </ng-container>
      </ui-page-header>
      <app-attendance-tab [trainingId]="desk.trainingId" />
    }
  `,
})
export class ClassDesk {
  readonly back = input('/');
  readonly session = input<string>();
  protected readonly visitor = inject(Session);
  protected readonly device = inject(Device);
  protected readonly queue = inject(AttendanceQueue);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);

  protected readonly desk = computed(() => {
    const desks = keptDesks();
    return desks.find(({ trainingId }) => this.back().includes(trainingId)) ?? desks[0];
  });

  constructor() {
    effect(() => {
      const person = this.desk()?.person;
      if (person) this.queue.goOnFor(person);
      // The server has said that somebody else is here, or nobody: whose roster this is must sign in again.
      if (this.visitor.known() && this.visitor.user()?.id !== person) this.device.startAnew(this.back());
    });
  }

  protected training({ trainingId }: KeptDesk): string {
    const queryParams = { tab: 'attendance', session: this.session() };
    return this.router.serializeUrl(this.router.createUrlTree(['/trainings', trainingId], { queryParams }));
  }

  protected async remove(): Promise<void> {
    const text = (key: string): string => this.transloco.translate(`participants.classDesk.${key}`);
    const answer = await this.confirm.ask({
      title: text('removeTitle'),
      text: text('removeText'),
      action: text('remove'),
    });
    if (!answer) return;
    dropDesks(() => true);
    this.device.startAnew('/');
  }
}
