import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatMenuModule } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import { CompletionView, TrainingMove, TrainingView } from '@api';
import { Formats } from '@core/formats';
import { Session } from '@core/session';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiIcon } from '@ui';
import { firstValueFrom } from 'rxjs';
import { completionPoints } from '../completion-points';
import { TrainingDetailStore } from '../training-detail.store';
import { CopyTrainingDialog } from './copy-training-dialog';
import { reportBudget } from './report-budget-dialog';

/** The next step as the one filled button, everything else that may be done behind the menu. */
@Component({
  selector: 'app-training-actions',
  imports: [MatButtonModule, MatMenuModule, RouterLink, TranslocoPipe, UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (training().abilities.canReturn) {
      <button matButton="outlined" type="button" [disabled]="busy()" (click)="make('return')">
        {{ 'trainings.move.return' | transloco }}
      </button>
    }
    @if (issues()) {
      <a matButton="filled" [routerLink]="['/trainings', training().id]" [queryParams]="{ tab: 'certificates' }">
        {{ 'trainings.board.issue' | transloco }}
      </a>
    } @else if (next(); as move) {
      <button matButton="filled" type="button" [disabled]="busy()" (click)="make(move)">
        {{ 'trainings.move.' + move | transloco }}
      </button>
    }
    @if (nominates()) {
      <a matButton="filled" routerLink="/nominations" [queryParams]="{ tab: 'nominate', training: training().id }">
        {{ 'participants.desk.nominate' | transloco }}
      </a>
    }
    <button
      matIconButton
      type="button"
      [matMenuTriggerFor]="more"
      [attr.aria-label]="'trainings.action.more' | transloco"
    >
      <ui-icon name="more-vertical" />
    </button>
    <mat-menu #more="matMenu">
      @if (training().abilities.canEdit) {
        <a mat-menu-item [routerLink]="['/trainings', training().id, 'edit']">{{
          'trainings.action.edit' | transloco
        }}</a>
      }
      <a mat-menu-item [routerLink]="['/trainings', training().id, 'programme']">{{
        'trainings.action.programme' | transloco
      }}</a>
      @if (training().abilities.canCopy) {
        <button mat-menu-item type="button" (click)="copy()">{{ 'trainings.action.copy' | transloco }}</button>
      }
      @if (training().abilities.canReportBudget) {
        <button mat-menu-item type="button" (click)="reportBudget()">
          {{ 'trainings.action.budget' | transloco }}
        </button>
      }
      @if (training().abilities.canReopen) {
        <button mat-menu-item type="button" (click)="make('reopen')">{{ 'trainings.move.reopen' | transloco }}</button>
      }
      @if (training().abilities.canCancel) {
        <button mat-menu-item type="button" (click)="make('cancel')">{{ 'trainings.move.cancel' | transloco }}</button>
      }
    </mat-menu>
  `,
  host: { class: 'row' },
})
export class TrainingActions {
  readonly training = input.required<TrainingView>();
  private readonly store = inject(TrainingDetailStore);
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);
  private readonly session = inject(Session);
  private readonly formats = inject(Formats);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);

  protected readonly next = computed<TrainingMove | undefined>(() => {
    const can = this.training().abilities;
    if (can.canSubmit) return 'submit';
    if (can.canApprove) return 'approve';
    if (can.canOpen) return 'open';
    if (can.canStart) return 'start';
    if (can.canComplete) return 'complete';
    return can.canClose ? 'close' : undefined;
  });

  /** Closing is final and waits for them. */
  protected readonly issues = computed(() => this.next() === 'close' && this.training().certificatesOwed > 0);

  /** The next step of a unit, which sees the plan and not the inside. */
  protected readonly nominates = computed(() => {
    const { abilities, state, plan } = this.training();
    return (
      this.session.can('participantsNominate') &&
      !abilities.canSeeInside &&
      (state === 'open' || state === 'running') &&
      plan.end >= this.formats.today()
    );
  });

  protected readonly busy = computed(() =>
    [this.store.submit, this.store.approve, this.store.sendBack, this.store.open, this.store.start].some((one) =>
      one.running(),
    ),
  );

  protected async make(move: TrainingMove): Promise<void> {
    const training = this.training();
    const { id } = training;
    switch (move) {
      case 'submit':
        return void this.store.submit.run(id);
      case 'open':
        return void this.store.open.run(id);
      case 'start':
        return void this.store.start.run(id);
      default: {
        const answer = await this.ask(move, training);
        if (!answer) return;
        if (move === 'approve') await this.store.approve.run(id, answer.reason || undefined, training.version);
        if (move === 'close') await this.store.close.run(id);
        if (move === 'complete') await this.store.complete.run(id, answer.reason);
        if (move === 'return') await this.store.sendBack.run(id, answer.reason);
        if (move === 'reopen') await this.store.reopen.run(id, answer.reason);
        if (move === 'cancel') await this.store.cancel.run(id, answer.reason);
      }
    }
  }

  protected async copy(): Promise<void> {
    const opened = this.dialog.open<CopyTrainingDialog, TrainingView, string>(CopyTrainingDialog, {
      data: this.training(),
      width: '30rem',
    });
    const id = await firstValueFrom(opened.afterClosed());
    if (id) void this.router.navigate(['/trainings', id]);
  }

  protected async reportBudget(): Promise<void> {
    if (await reportBudget(this.dialog, this.training())) this.store.refresh();
  }

  private async ask(move: TrainingMove, training: TrainingView): Promise<{ reason: string } | undefined> {
    const word = (key: string) =>
      this.transloco.translate<string>(`trainings.ask.${move}.${key}`, {
        title: training.title,
        seats: training.seatsTaken,
      });
    const outcome = move === 'complete' ? await this.store.foresee(training.id) : undefined;
    const reason = this.reason(move, outcome);
    return this.confirm.ask({
      title: word('title'),
      text: word('text'),
      action: this.transloco.translate(`trainings.move.${move}`),
      points: this.points(move, outcome),
      reason,
      reasonMinimum: move === 'reopen' || move === 'complete' ? 10 : undefined,
      reasonLabel: reason ? word('reason') : undefined,
      reasonMaximum: 2000,
      destructive: move === 'cancel' || move === 'reopen',
    });
  }

  private reason(move: TrainingMove, outcome?: CompletionView): 'required' | 'optional' | undefined {
    if (outcome) return outcome.unmeasured > 0 ? 'required' : undefined;
    return move === 'approve' ? 'optional' : move === 'close' ? undefined : 'required';
  }

  private points(move: TrainingMove, outcome?: CompletionView): string[] {
    const say = (key: string, values?: Record<string, unknown>) =>
      this.transloco.translate<string>(`participants.completion.${key}`, values);
    if (move === 'reopen') return [say('certificatesStay')];
    return outcome ? completionPoints(outcome, say) : [];
  }
}
