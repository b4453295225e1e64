import { ChangeDetectionStrategy, Component, computed, effect, inject, input, numberAttribute } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatMenuModule } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import { DictionaryView } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, Trail, UiDesk, UiEmpty, UiIcon, UiPageHeader, UiProblem, UiWaiting } from '@ui';
import { CompetencyCard } from '../parts/competency-card';
import { CompetencyTree } from '../parts/competency-tree';
import { DictionaryState } from '../parts/dictionary-state';
import { PublishDialog } from '../parts/publish-dialog';
import { DictionaryStore } from './dictionary.store';

/** One version of a dictionary: the tree left, the chosen competency with its levels beside it. */
@Component({
  selector: 'app-dictionary',
  imports: [
    MatButtonModule,
    MatMenuModule,
    RouterLink,
    TranslocoPipe,
    CompetencyCard,
    CompetencyTree,
    DictionaryState,
    UiDesk,
    UiEmpty,
    UiIcon,
    UiPageHeader,
    UiProblem,
    UiWaiting,
    ...FORMAT_PIPES,
  ],
  providers: [DictionaryStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './dictionary.html',
  styleUrl: './dictionary.scss',
})
export class Dictionary {
  readonly code = input.required<string>();
  readonly number = input.required({ transform: numberAttribute });
  readonly competency = input<string>();
  readonly level = input<number | undefined, unknown>(undefined, {
    transform: (value) => (value ? numberAttribute(value) : undefined),
  });

  protected readonly store = inject(DictionaryStore);
  private readonly dialog = inject(MatDialog);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  private readonly router = inject(Router);
  protected readonly base = computed(() => `/dictionaries/${this.code()}/${this.number()}`);
  /** The card shows the competency of the address only: never the one before while the next is on its way. */
  protected readonly shown = computed(() => {
    const found = this.store.competency.value();
    return found?.code === this.competency() ? found : undefined;
  });

  constructor() {
    const trail = inject(Trail);
    effect(() => this.store.dictionary.load(this.code(), this.number()));
    effect(() => {
      const competency = this.competency();
      if (competency) this.store.competency.load(this.code(), this.number(), competency);
    });
    trail.setMiddle([]);
  }

  protected exportAddress(format: string): string {
    return `/api/v1/dictionaries/${this.code()}/versions/${this.number()}/export?format=${format}`;
  }

  protected print(): void {
    window.print();
  }

  protected publish(version: DictionaryView): void {
    this.dialog.open(PublishDialog, {
      data: { version, publish: this.store.publish },
      width: '30rem',
      maxWidth: 'calc(100vw - 32px)',
    });
  }

  protected async discard(version: DictionaryView): Promise<void> {
    const answer = await this.confirm.ask({
      title: this.transloco.translate('competencies.discard.title'),
      text: this.transloco.translate('competencies.discard.text', {
        title: version.title,
        number: version.number,
        count: version.competencies.length,
      }),
      action: this.transloco.translate('competencies.discard.action'),
      destructive: true,
    });
    if (!answer) return;
    await this.store.discard.run(version);
    if (!this.store.discard.problem()) void this.router.navigateByUrl('/dictionaries');
  }
}
