import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { CatalogueAnswer, ParticipationClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { act, loaded } from '@core/load';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiPageHeader, UiPager, UiProblem, UiWaiting, pagesOf } from '@ui';
import { AppParticipantState } from '../parts/participant-state';
import { placeOf } from '../training-words';

const SIZE = 25;

/** Open trainings for everybody: what, when, how many places, and why one may or may not apply. */
@Component({
  selector: 'app-catalogue',
  imports: [
    AppParticipantState,
    ...FORMAT_PIPES,
    LocalTextPipe,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    RouterLink,
    TranslocoPipe,
    UiEmpty,
    UiPageHeader,
    UiPager,
    UiProblem,
    UiWaiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-page-header
      [title]="'participants.catalogue.title' | transloco"
      [subtitle]="'participants.catalogue.intro' | transloco"
    >
      <ng-container uiActions>
        <a matButton="outlined" routerLink="/catalogue/mine">{{ 'participants.mine.title' | transloco }}</a>
      </ng-container>
    </ui-page-header>
    <mat-form-field subscriptSizing="dynamic">
      <mat-label>{{ 'participants.catalogue.search' | transloco }}</mat-label>
      <input matInput type="search" [value]="q()" (change)="find($event)" (search)="find($event)" />
    </mat-form-field>
    @if (list.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="list.reload()" />
    } @else if (list.value(); as shown) {
      <ul>
        @for (one of shown.items; track one.trainingId) {
          <li class="card">
            <div class="grow">
              <h2>
                <a [routerLink]="['/trainings', one.trainingId]">{{ one.title }}</a>
              </h2>
              <p>
                {{ dates(one) }} · {{ one.jp | jp }}
                @if (placeOf(one); as place) {
                  · {{ place }}
                }
              </p>
              @if (one.audience) {
                <p class="small muted">{{ one.audience }}</p>
              }
              <p class="small">
                {{ 'participants.catalogue.seats' | transloco: { left: one.seatsLeft, quota: one.quota } }} ·
                {{ 'participants.catalogue.until' | transloco }} {{ one.applicationsUntil | day }}
              </p>
            </div>
            <div class="act">
              @if (one.myState) {
                <app-participant-state [state]="one.myState" />
              }
              @if (one.canApply) {
                <button
                  matButton="filled"
                  type="button"
                  [disabled]="apply.running()"
                  (click)="apply.run(one.trainingId)"
                >
                  {{ 'participants.catalogue.apply' | transloco }}
                </button>
              } @else if (one.whyNot && !one.myState) {
                <p class="small muted">{{ { id: one.whyNot.id.detail, en: one.whyNot.en.detail } | localText }}</p>
              }
            </div>
          </li>
        } @empty {
          <li class="nothing">
            @if (shown.total > 0) {
              <ui-waiting />
            } @else if (q()) {
              <ui-empty
                icon="filter"
                [title]="'ui.list.nothingMatches' | transloco"
                [text]="'ui.list.nothingMatchesHelp' | transloco"
              >
                <a matButton="outlined" routerLink="/catalogue">{{ 'ui.list.clearAll' | transloco }}</a>
              </ui-empty>
            } @else {
              <ui-empty
                [title]="'participants.catalogue.empty' | transloco"
                [text]="'participants.catalogue.emptyHelp' | transloco"
              />
            }
          </li>
        }
      </ul>
      <ui-pager [page]="page()" [pages]="pagesOf(shown)" (turned)="go({ page: $event })" />
    } @else {
      <ui-waiting />
    }
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-3);
      margin: var(--space-4) 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3) var(--space-5);
    }
    .nothing {
      display: block;
      border-bottom: 0;
    }
    h2,
    p {
      margin: 0 0 var(--space-1);
    }
    h2 {
      font-size: 1.0625rem;
    }
    .act {
      max-width: 18rem;
    }
    mat-form-field {
      width: min(26rem, 100%);
    }
  `,
})
export class Catalogue {
  private readonly api = inject(ParticipationClient);
  private readonly formats = inject(Formats);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  protected readonly pagesOf = pagesOf;
  protected readonly placeOf = placeOf;
  /** What is looked for and the page stand in the address: home and the search lead here with words. */
  readonly q = input('', { transform: (text?: string) => text ?? '' });
  readonly page = input(1, { transform: (page?: string) => Math.max(1, Math.trunc(Number(page)) || 1) });
  protected readonly list = loaded((q: string, page: number) => this.api.listCatalogue(q || undefined, page, SIZE));
  protected readonly apply = act((training: string) => this.api.applyForTraining(training, {}), {
    done: 'participants.catalogue.applied',
    then: () => this.list.reload(),
  });

  constructor() {
    effect(() => {
      this.list.load(this.q(), this.page());
    });
  }

  protected find(event: Event): void {
    this.go({ q: (event.target as HTMLInputElement).value.trim() || null, page: null });
  }

  protected go(queryParams: Record<string, string | number | null>): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge' });
  }

  protected dates(one: CatalogueAnswer): string {
    return this.formats.dateRange(one.start, one.end);
  }
}
