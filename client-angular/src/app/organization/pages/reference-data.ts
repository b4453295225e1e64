import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatSlideToggleModule } from '@angular/material/slide-toggle';
import { RouterLink } from '@angular/router';
import { ReferenceDataClient, ReferenceItemView, ReferenceKind } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { LanguageSwitch } from '@core/language';
import { loaded } from '@core/load';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { UiDesk, UiEmpty, UiIcon, UiPageHeader, UiProblem, UiState, UiWaiting } from '@ui';
import { ITEM_TONES, REFERENCE_KINDS, summary, valuesOf } from '../reference';

/** The reference tables: kinds left, the dated items of one of them beside it. */
@Component({
  selector: 'app-reference-data',
  imports: [
    MatButtonModule,
    MatSlideToggleModule,
    RouterLink,
    TranslocoPipe,
    LocalTextPipe,
    UiDesk,
    UiEmpty,
    UiIcon,
    UiPageHeader,
    UiProblem,
    UiState,
    UiWaiting,
    ...FORMAT_PIPES,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './reference-data.html',
  styleUrl: './reference-data.scss',
})
export class ReferenceData {
  /** Absent at the entrance: then a phone shows the kinds, a wide screen the first of them. */
  readonly kind = input<string>();

  private readonly api = inject(ReferenceDataClient);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageSwitch);
  protected readonly data = loaded((kind: ReferenceKind) => this.api.listReferenceData(kind));
  protected readonly tones = ITEM_TONES;
  /** Ended items are many after some years: shown when asked for. */
  protected readonly withEnded = signal(false);
  protected readonly shown = computed<ReferenceKind>(
    () => REFERENCE_KINDS.find((kind) => kind === this.kind()) ?? 'developmentForms',
  );
  protected readonly rows = computed(() => {
    this.language.current();
    const view = this.data.value();
    if (!view) return [];
    return view.items
      .filter((item) => this.withEnded() || item.state !== 'ended')
      .map((item) => ({ item, says: this.says(item) }));
  });

  constructor() {
    effect(() => this.data.load(this.shown()));
  }

  private says(item: ReferenceItemView): readonly string[] {
    return summary(this.data.value()?.fields ?? [], valuesOf(item), (key) => this.transloco.translate(key));
  }
}
