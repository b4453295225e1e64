import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { LanguageSwitch } from '@core/language';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { TimelineEntry, UiDetailPage, UiProblem, UiTimeline } from '@ui';
import { ObjectHistory } from '../../shell/history/object-history';
import { TrainingDetailStore } from '../training-detail.store';
import { MOVE_TONES } from '../training-words';

/** Every change with before and after, and the moves of the life beside it. */
@Component({
  selector: 'app-history-tab',
  imports: [ObjectHistory, TranslocoPipe, UiDetailPage, UiProblem, UiTimeline],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (store.history.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="store.history.reload()" />
    }
    <ui-detail-page>
      <app-object-history subjectType="Training" [id]="trainingId()" />
      <ng-container uiAside>
        <ui-timeline [title]="'trainings.history.life' | transloco" [entries]="entries()" />
      </ng-container>
    </ui-detail-page>
  `,
})
export class HistoryTab {
  readonly trainingId = input.required<string>();
  protected readonly store = inject(TrainingDetailStore);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageSwitch).current;

  protected readonly entries = computed<TimelineEntry[]>(() => {
    this.language();
    return (this.store.history.value() ?? []).map((move) => ({
      at: move.at,
      text: this.transloco.translate(`trainings.history.${move.move}`),
      who: move.acting
        ? `${move.by}, ${this.transloco.translate<string>(`trainings.history.${move.acting}`)}`
        : move.by,
      note: move.note,
      tone: MOVE_TONES[move.move],
    }));
  });

  constructor() {
    effect(() => {
      this.store.history.load(this.trainingId());
    });
  }
}
