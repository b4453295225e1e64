import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CatalogueAnswerPage, ParticipationClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';

const SHOWN = 3;
const ASKED = 12;

/** Three open trainings one may apply for. Nothing at all when there is none: home is no advertisement. */
@Component({
  selector: 'app-fitting-trainings',
  imports: [RouterLink, TranslocoPipe, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (fitting().length > 0) {
      <section class="card">
        <h2>{{ 'shell.home.fits' | transloco }}</h2>
        <ul>
          @for (training of fitting(); track training.trainingId) {
            <li>
              <a routerLink="/catalogue" [queryParams]="{ q: training.title }">{{ training.title }}</a>
              <div class="small muted">
                {{ formats.dateRange(training.start, training.end) }} · {{ training.jp | jp }} ·
                {{ 'shell.home.seats' | transloco: { count: (training.seatsLeft | count) } }}
              </div>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    .card {
      padding: var(--space-4) var(--space-5);
    }
    ul {
      margin: var(--space-2) 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding: var(--space-2) 0;
    }
    a {
      font-weight: 600;
    }
  `,
})
export class FittingTrainings {
  private readonly api = inject(ParticipationClient);
  protected readonly formats = inject(Formats);
  private readonly catalogue = loaded<CatalogueAnswerPage>(() => this.api.listCatalogue(undefined, 1, ASKED));
  protected readonly fitting = computed(() =>
    (this.catalogue.value()?.items ?? []).filter((training) => training.canApply).slice(0, SHOWN),
  );

  constructor() {
    this.catalogue.load();
  }
}
