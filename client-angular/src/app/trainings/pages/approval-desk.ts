import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TrainingsClient } from '@api';
import { Formats } from '@core/formats';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiDesk, UiEmpty, UiPageHeader, UiProblem, UiWaiting, isTyping } from '@ui';
import { map } from 'rxjs';
import { ApprovalBrief } from '../parts/approval-brief';
import { DocumentsTab } from '../parts/documents-tab';
import { TrainingActions } from '../parts/training-actions';
import { TrainingStateLabel } from '../parts/training-state';
import { TrainingDetailStore } from '../training-detail.store';

/** The head's desk: submissions on the left, what decides in the middle, its papers on the right; then the next one. */
@Component({
  selector: 'app-approval-desk',
  imports: [
    ApprovalBrief,
    DocumentsTab,
    MatButtonModule,
    RouterLink,
    TrainingActions,
    TrainingStateLabel,
    TranslocoPipe,
    UiDesk,
    UiEmpty,
    UiPageHeader,
    UiProblem,
    UiWaiting,
  ],
  providers: [TrainingDetailStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-page-header [title]="'trainings.desk.title' | transloco" [subtitle]="'trainings.desk.help' | transloco" />
    @if (waiting.value(); as page) {
      @if (page.items.length === 0) {
        <ui-empty [title]="'trainings.desk.empty' | transloco" [text]="'trainings.desk.emptyHelp' | transloco" />
      } @else {
        <ui-desk [listName]="'trainings.desk.list' | transloco" [opened]="!!chosen()">
          <div uiDeskList>
            @for (row of page.items; track row.id) {
              <a
                class="entry"
                [routerLink]="[]"
                [queryParams]="{ training: row.id }"
                [attr.aria-current]="row.id === chosen() ? 'true' : null"
              >
                <strong>{{ row.title }}</strong>
                <span class="small muted">{{ dates(row.start, row.end) }} · {{ row.unitName }}</span>
              </a>
            }
          </div>
          @if (chosen() && store.training.value(); as training) {
            <div class="row head">
              <h2 class="grow">{{ training.title }}</h2>
              <app-training-state [state]="training.state" />
            </div>
            <div class="row actions">
              <app-training-actions [training]="training" />
              <a matButton [routerLink]="['/trainings', training.id]">{{ 'trainings.desk.open' | transloco }}</a>
            </div>
            <app-approval-brief [training]="training" />
          } @else if (store.training.problem(); as problem) {
            <ui-problem [problem]="problem" (retry)="store.training.reload()" />
          } @else {
            <p class="muted">{{ 'trainings.desk.choose' | transloco }}</p>
          }
          <div uiDeskSide>
            @if (chosen() && store.training.value(); as training) {
              <h2>{{ 'trainings.tab.documents' | transloco }}</h2>
              <app-documents-tab [trainingId]="training.id" />
            }
          </div>
        </ui-desk>
      }
    } @else if (waiting.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="waiting.reload()" />
    } @else {
      <ui-waiting />
    }
  `,
  styles: `
    .entry {
      display: grid;
      gap: 2px;
      padding: var(--space-3);
      border-radius: var(--radius);
      color: inherit;
      text-decoration: none;
      overflow-wrap: anywhere;
    }
    .entry:hover,
    .entry[aria-current] {
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }
    h2 {
      margin: 0;
      font-size: 1.0625rem;
    }
    .actions {
      margin: var(--space-3) 0 var(--space-4);
    }
  `,
  host: { '(document:keydown)': 'key($event)' },
})
export class ApprovalDesk {
  private readonly api = inject(TrainingsClient);
  private readonly formats = inject(Formats);
  private readonly router = inject(Router);
  protected readonly store = inject(TrainingDetailStore);

  protected readonly waiting = loaded(() =>
    this.api.listTrainings(
      undefined,
      undefined,
      ['submitted'],
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      'start',
      1,
      100,
    ),
  );
  protected readonly chosen = toSignal(
    inject(ActivatedRoute).queryParamMap.pipe(map((params) => params.get('training') ?? '')),
    { initialValue: '' },
  );
  private readonly decided = computed(() => {
    const training = this.store.training.value();
    return training && training.id === this.chosen() && training.state !== 'submitted' ? training.id : '';
  });

  constructor() {
    this.waiting.load();
    effect(() => {
      const id = this.chosen();
      if (id) this.store.training.load(id);
    });
    // On a wide screen the oldest lies open; on a phone the list comes first.
    effect(() => {
      const [first] = this.waiting.value()?.items ?? [];
      if (first && !untracked(this.chosen) && matchMedia('(min-width: 720px)').matches) this.show(first.id, true);
    });
    effect(() => {
      const done = this.decided();
      if (done) this.next(done);
    });
  }

  protected dates(start: string, end: string): string {
    return this.formats.dateRange(start, end);
  }

  protected key(event: KeyboardEvent): void {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
    if (!direction) return;
    const rows = this.waiting.value()?.items ?? [];
    const at = rows.findIndex((row) => row.id === this.chosen());
    const next = rows[at < 0 ? 0 : at + direction];
    if (next) this.show(next.id);
    event.preventDefault();
  }

  /** After a decision the next one opens, and the list forgets what was decided. */
  private next(done: string): void {
    const rows = this.waiting.value()?.items ?? [];
    const at = rows.findIndex((row) => row.id === done);
    this.show(rows[at + 1]?.id ?? rows[at - 1]?.id);
    this.waiting.reload();
  }

  private show(id: string | undefined, replaceUrl = false): void {
    void this.router.navigate([], { queryParams: { training: id ?? null }, replaceUrl });
  }
}
