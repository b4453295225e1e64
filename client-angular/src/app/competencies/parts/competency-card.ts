import { ChangeDetectionStrategy, Component, ElementRef, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CompetencyView } from '@api';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon } from '@ui';

/** One competency: description and five levels with their indicators; every level has an address of its own. */
@Component({
  selector: 'app-competency-card',
  imports: [RouterLink, LocalTextPipe, TranslocoPipe, UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <header>
      <p class="muted small">
        {{ competency().code }} · {{ 'competencies.kind.' + competency().kind | transloco }}
        @if (competency().group) {
          · {{ competency().group.split('/').join(' › ') }}
        }
      </p>
      <h2>{{ competency().title }}</h2>
      <p>{{ competency().description }}</p>
    </header>
    @for (level of competency().levels; track level.level) {
      <section [class.asked]="level.level === asked()" [attr.data-level]="level.level">
        <h3>
          <span class="number">{{ level.level }}</span>
          {{ level.name | localText }}
          <a
            class="link"
            [routerLink]="[base(), competency().code, level.level]"
            [attr.aria-label]="'competencies.linkTo' | transloco: { level: level.level }"
            ><ui-icon name="link" [size]="16"
          /></a>
        </h3>
        <p>{{ level.description }}</p>
        <ol>
          @for (indicator of level.indicators; track $index) {
            <li>{{ indicator }}</li>
          }
        </ol>
      </section>
    }
  `,
  styleUrl: './competency-card.scss',
})
export class CompetencyCard {
  readonly competency = input.required<CompetencyView>();
  readonly base = input.required<string>();
  /** The level in the address: marked and brought into view. */
  readonly asked = input<number>();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    effect(() => {
      const level = this.asked();
      this.competency();
      if (level) {
        setTimeout(() => this.host.querySelector(`[data-level="${level}"]`)?.scrollIntoView({ block: 'start' }));
      }
    });
  }
}
