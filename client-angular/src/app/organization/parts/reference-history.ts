import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReferenceField, ReferenceItemDetail, ReferenceKind } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { LanguageSwitch } from '@core/language';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { TimelineEntry, UiTimeline } from '@ui';
import { summary, valuesOf } from '../reference';

/** Every revision of an item, and the items of the same code for other days. */
@Component({
  selector: 'app-reference-history',
  imports: [RouterLink, TranslocoPipe, UiTimeline, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (detail().others.length > 0) {
      <section class="card">
        <h2>{{ 'organization.reference.otherDays' | transloco }}</h2>
        @for (other of detail().others; track other.id) {
          <p>
            <a [routerLink]="['/reference-data', kind(), other.id]">{{ other.validFrom | day }}</a>
            @if (other.validTo) {
              – {{ other.validTo | day }}
            }
          </p>
        }
      </section>
    }
    <ui-timeline [title]="'organization.reference.history' | transloco" [entries]="entries()" />
  `,
  styles: `
    h2 {
      margin: 0;
      font-size: 1rem;
    }
    section {
      margin-bottom: var(--space-4);
    }
  `,
})
export class ReferenceHistory {
  readonly detail = input.required<ReferenceItemDetail>();
  readonly kind = input.required<ReferenceKind>();
  readonly fields = input.required<readonly ReferenceField[]>();
  private readonly transloco = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly language = inject(LanguageSwitch);

  protected readonly entries = computed<TimelineEntry[]>(() => {
    const language = this.language.current();
    return this.detail().history.map((revision) => ({
      at: revision.changedAt,
      text: [
        revision.name[language] || revision.name.id,
        ...summary(this.fields(), valuesOf(revision), (key) => this.transloco.translate(key)),
        this.formats.date(revision.validFrom) + (revision.validTo ? ` – ${this.formats.date(revision.validTo)}` : ''),
        revision.citation ?? '',
      ]
        .filter(Boolean)
        .join(' · '),
      who: revision.changedByName,
      note: revision.reason,
    }));
  });
}
