import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { TrainingView } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiState } from '@ui';
import { TrainingDetailStore } from '../training-detail.store';
import { proposeRevision } from './revision-dialog';
import { TrainingTargets } from './training-targets';

/** A change of what was approved: proposed by an officer, decided by the head. */
@Component({
  selector: 'app-plan-revision',
  imports: [...FORMAT_PIPES, MatButtonModule, TrainingTargets, TranslocoPipe, UiState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (training().revision; as revision) {
      <section class="stack waiting">
        <h2>
          {{ 'trainings.revision.waiting' | transloco }}
          <ui-state tone="warn">{{ 'trainings.revision.state' | transloco }}</ui-state>
        </h2>
        <p class="muted small">
          {{ 'trainings.revision.by' | transloco: { name: revision.proposedBy, at: (revision.proposedAt | dayTime) } }}
        </p>
        <p>
          {{ 'trainings.column.jp' | transloco }}:
          <del>{{ training().jp | jp }}</del>
          <strong>
            @if (revision.programmeJp) {
              {{ revision.jp | jp }}
            } @else {
              {{ 'trainings.revision.byRule' | transloco: { jp: (revision.jp | jp) } }}
            }
          </strong>
          @if (revision.programmeJpReason) {
            <span class="muted">({{ revision.programmeJpReason }})</span>
          }
        </p>
        @if (revision.targets.length > 0) {
          <app-training-targets [targets]="revision.targets" />
        } @else {
          <p class="muted">{{ 'trainings.revision.noTargets' | transloco }}</p>
        }
        <p class="text">{{ revision.reason }}</p>
        @if (training().abilities.canDecideRevision) {
          <div class="actions">
            <button matButton="filled" type="button" [disabled]="store.decide.running()" (click)="decide(true)">
              {{ 'trainings.revision.accept' | transloco }}
            </button>
            <button matButton type="button" [disabled]="store.decide.running()" (click)="decide(false)">
              {{ 'trainings.revision.refuse' | transloco }}
            </button>
          </div>
        }
      </section>
    } @else if (training().abilities.canProposeRevision) {
      <button matButton="outlined" type="button" (click)="propose()">
        {{ 'trainings.revision.action' | transloco }}
      </button>
    }
  `,
  styles: `
    .waiting {
      padding: var(--space-3);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
    h2 {
      margin: 0;
      font-size: 0.9375rem;
    }
    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .text {
      white-space: pre-line;
      max-width: 46rem;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
  `,
})
export class PlanRevision {
  readonly training = input.required<TrainingView>();
  private readonly dialog = inject(MatDialog);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  protected readonly store = inject(TrainingDetailStore);

  protected async propose(): Promise<void> {
    if (await proposeRevision(this.dialog, this.training())) this.store.refresh();
  }

  protected async decide(accept: boolean): Promise<void> {
    const { id, version } = this.training();
    if (accept) {
      await this.store.decide.run(id, { accept }, version);
      return;
    }
    const answer = await this.confirm.ask({
      title: this.transloco.translate('trainings.revision.refuse'),
      text: this.transloco.translate('trainings.revision.refuseHelp'),
      action: this.transloco.translate('trainings.revision.refuse'),
      reason: 'required',
    });
    if (answer) await this.store.decide.run(id, { accept, note: answer.reason }, version);
  }
}
