import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { CompletionClient, CompletionCriterion, CompletionRow } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { act, loaded } from '@core/load';
import { LanguageSwitch } from '@core/language';
import { Notices } from '@core/notices';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiEmpty, UiIcon, UiPager, UiProblem, UiState, UiWaiting } from '@ui';
import { JpSteps } from '../../learning-hours/parts/jp-steps';
import { learningHoursTexts } from '../../learning-hours/texts';
import { certificatePoints, completionPoints, gapPoints, unmeasuredPoints } from '../completion-points';
import { TrainingDetailStore } from '../training-detail.store';
import { CompletionRuleForm } from './completion-rule-form';

const SIZE = 50;

/** What the rule comes to, the calculation for each person, and the one act that makes results stand. */
@Component({
  selector: 'app-completion-tab',
  imports: [
    ...FORMAT_PIPES,
    CompletionRuleForm,
    JpSteps,
    MatButtonModule,
    MatButtonToggleModule,
    TranslocoPipe,
    UiEmpty,
    UiIcon,
    UiPager,
    UiProblem,
    UiState,
    UiWaiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './completion-tab.html',
  styleUrl: './completion-tab.scss',
})
export class CompletionTab {
  readonly trainingId = input.required<string>();
  /** The page around: it looks again when the training was completed here, and this tab when it was done there. */
  private readonly detail = inject(TrainingDetailStore);
  private readonly api = inject(CompletionClient);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageSwitch);
  private readonly formats = inject(Formats);
  private readonly notices = inject(Notices);

  protected readonly hoursTexts = learningHoursTexts();
  protected readonly page = signal(1);
  protected readonly only = signal<'all' | 'passed' | 'failed'>('all');
  protected readonly view = loaded((training: string, only: string, page: number) =>
    this.api.getCompletion(training, only === 'all' ? undefined : only === 'passed', page, SIZE),
  );
  protected readonly pages = computed(() => Math.max(1, Math.ceil((this.view.value()?.people.total ?? 0) / SIZE)));
  protected readonly complete = act(
    (reason: string) => this.api.completeTraining(this.trainingId(), reason ? { reason } : undefined),
    {
      done: 'participants.completion.done',
      problems: 'page',
      then: () => {
        this.detail.refresh();
      },
    },
  );
  protected readonly reopen = act((reason: string) => this.api.reopenTraining(this.trainingId(), { reason }), {
    done: 'participants.completion.reopened',
    problems: 'page',
    then: () => {
      this.detail.refresh();
    },
  });
  protected readonly certificateLines = computed(() => {
    const shown = this.view.value();
    this.language.texts();
    return shown ? certificatePoints(shown, this.words) : [];
  });
  protected readonly gapLines = computed(() => {
    const shown = this.view.value();
    this.language.texts();
    if (!shown) return [];
    return [
      ...unmeasuredPoints(shown, this.words),
      ...gapPoints(shown, this.words),
      ...(shown.completesOn ? [this.byItself(shown.completesOn)] : []),
    ];
  });
  protected readonly saveScore = act(
    (participantId: string, score: number | undefined, seen: number | undefined) =>
      this.api.recordScores(this.trainingId(), { scores: [{ participantId, score, seen }] }),
    {
      then: () => this.view.reload(),
      // Another window entered one meanwhile: it is shown before anybody decides.
      failed: ({ status }) => {
        if (status === 409) this.view.reload();
      },
    },
  );
  protected readonly attach = act(
    (participantId: string, file: File) =>
      this.api.uploadExternalCertificate(this.trainingId(), participantId, undefined, {
        data: file,
        fileName: file.name,
      }),
    { done: 'participants.completion.attached', then: () => this.view.reload() },
  );

  constructor() {
    effect(() => {
      this.detail.version();
      this.view.load(this.trainingId(), this.only(), this.page());
    });
  }

  protected show(only: 'all' | 'passed' | 'failed'): void {
    this.page.set(1);
    this.only.set(only);
  }

  protected async finish(): Promise<void> {
    const shown = this.view.value();
    if (!shown) return;
    const answer = await this.confirm.ask({
      title: this.words('completeTitle'),
      text: this.words('completeText'),
      action: this.words('complete'),
      points: completionPoints(shown, this.words),
      reason: shown.unmeasured > 0 ? 'required' : undefined,
      reasonMinimum: 10,
      reasonLabel: this.words('unmeasuredReason'),
    });
    if (answer) await this.complete.run(answer.reason);
  }

  protected async takeBack(): Promise<void> {
    const shown = this.view.value();
    if (!shown) return;
    const answer = await this.confirm.ask({
      title: this.words('reopenTitle'),
      text: this.words('reopenText', { count: shown.willPass }),
      action: this.words('reopen'),
      points: [this.words('certificatesStay')],
      reason: 'required',
      reasonMinimum: 10,
      destructive: true,
    });
    if (answer) await this.reopen.run(answer.reason);
  }

  protected has(kind: CompletionCriterion['kind']): boolean {
    const rule = this.view.value()?.rule;
    return kind === 'postTest' ? rule?.minimumPostTestScore != null : rule?.externalCertificateRequired === true;
  }

  /** What nobody measured is not shown as if somebody had. */
  protected wordOf({ kind, actual }: CompletionCriterion): string {
    return kind === 'attendance' && actual == null ? 'unmeasured' : kind;
  }

  protected setScore(row: CompletionRow, event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim().replace(',', '.');
    const score = text === '' ? undefined : Number(text);
    if (score !== undefined && !(score >= 0 && score <= 100)) {
      (event.target as HTMLInputElement).value = `${row.postTestScore ?? ''}`;
      this.notices.say('participants.completion.scoreWrong', { text });
    } else {
      void this.saveScore.run(row.participantId, score, row.postTestScore ?? undefined);
    }
  }

  protected choose(row: CompletionRow, event: Event): void {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file) void this.attach.run(row.participantId, file);
  }

  /** A day that is over means: as soon as nothing is missing. */
  private byItself(day: string): string {
    const over = day <= this.formats.today();
    return over ? this.words('completesSoon') : this.words('completesOn', { date: this.formats.date(day) });
  }

  private readonly words = (key: string, values?: Record<string, unknown>): string =>
    this.transloco.translate(`participants.completion.${key}`, values);
}
