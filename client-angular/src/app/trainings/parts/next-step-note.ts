import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TrainingView } from '@api';
import { Formats } from '@core/formats';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { UiIcon } from '@ui';

/** What the training waits for: notes of a return, missing documents, a day that has not come. */
@Component({
  selector: 'app-next-step-note',
  imports: [TranslocoPipe, UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (training().lastNote && (training().state === 'returned' || training().state === 'cancelled')) {
      <p class="note warn" role="note">
        <ui-icon name="info" [size]="18" />
        <span
          ><strong>{{ 'trainings.next.' + training().state | transloco: { who: training().stateBy ?? '' } }}</strong>
          “{{ training().lastNote }}”</span
        >
      </p>
    }
    @if (waitsFor(); as text) {
      <p class="note" role="note">
        <ui-icon name="info" [size]="18" /> <span>{{ text }}</span>
      </p>
    }
  `,
  styles: `
    .note {
      display: flex;
      gap: var(--space-2);
      align-items: flex-start;
      margin: 0 0 var(--space-4);
      padding: var(--space-3) var(--space-4);
      border-radius: var(--radius);
      background: var(--state-info-surface);
    }
    .warn {
      background: var(--state-warn-surface);
    }
    ui-icon {
      flex: none;
      margin-top: 2px;
    }
  `,
})
export class NextStepNote {
  readonly training = input.required<TrainingView>();
  private readonly formats = inject(Formats);
  private readonly transloco = inject(TranslocoService);

  protected readonly waitsFor = computed(() => {
    this.formats.language();
    const step = this.training().nextStep;
    if (!step) return '';
    const say = (key: string, values: Record<string, string | number> = {}) =>
      this.transloco.translate<string>(`trainings.next.${key}`, values);
    const move = this.transloco.translate<string>(`trainings.move.${step.move}`);
    if (step.missingDocuments.length > 0) {
      const kinds = step.missingDocuments.map((kind) => this.transloco.translate<string>(`trainings.kind.${kind}`));
      return say('documents', { move, kinds: kinds.join(', ') });
    }
    if (step.move === 'close' && this.training().certificatesOwed > 0) {
      return say('certificates', { move, count: this.training().certificatesOwed });
    }
    if (step.needsJp) return say('jp');
    if (step.notBefore) {
      return say(step.move === 'complete' ? 'overFrom' : 'notBefore', { day: this.formats.date(step.notBefore) });
    }
    return this.training().state === 'submitted' ? say('decision') : '';
  });
}
