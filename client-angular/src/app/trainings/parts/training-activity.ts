import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TrainingView } from '@api';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFact, UiFacts } from '@ui';

/** What kind of activity it is, and who runs it. */
@Component({
  selector: 'app-training-activity',
  imports: [LocalTextPipe, TranslocoPipe, UiFact, UiFacts],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-facts [title]="'trainings.plan.what' | transloco" [wide]="wide()">
      <ui-fact [label]="'trainings.field.form' | transloco">{{ training().formName | localText }}</ui-fact>
      <ui-fact [label]="'trainings.field.scheme' | transloco">{{
        'trainings.scheme.' + plan().scheme | transloco
      }}</ui-fact>
      <ui-fact [label]="'trainings.field.cluster' | transloco">{{
        'trainings.cluster.' + (plan().cluster ?? 'klasikal') | transloco
      }}</ui-fact>
      @if (training().workingGroupName) {
        <ui-fact [label]="'trainings.field.workingGroup' | transloco">{{
          training().workingGroupName | localText
        }}</ui-fact>
      }
      @if (plan().organiser) {
        <ui-fact [label]="'trainings.field.organiser' | transloco">{{ plan().organiser }}</ui-fact>
      }
      @if (plan().partner) {
        <ui-fact [label]="'trainings.field.partner' | transloco">{{ plan().partner }}</ui-fact>
      }
    </ui-facts>
  `,
})
export class TrainingActivity {
  readonly training = input.required<TrainingView>();
  readonly wide = input(false);
  protected readonly plan = computed(() => this.training().plan);
}
