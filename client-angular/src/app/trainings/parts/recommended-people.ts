import { ChangeDetectionStrategy, Component, effect, inject, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiProblem, UiWaiting } from '@ui';
import { ParticipantsStore } from './participants.store';

/** Whom the system would send, each with the reason. */
@Component({
  selector: 'app-recommended-people',
  imports: [MatButtonModule, MatCheckboxModule, TranslocoPipe, UiProblem, UiWaiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="small muted">{{ 'participants.recommend.help' | transloco }}</p>
    @if (store.recommended.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="store.recommended.reload()" />
    } @else if (store.recommended.value(); as shown) {
      @if (shown.total > shown.items.length) {
        <p class="small muted">
          {{ 'participants.recommend.part' | transloco: { shown: shown.items.length, total: shown.total } }}
        </p>
      }
      <ul>
        @for (one of shown.items; track one.employeeId) {
          <li>
            <mat-checkbox
              [checked]="chosen().has(one.employeeId)"
              [aria-label]="'participants.recommend.choose' | transloco: { name: one.name }"
              (change)="toggle(one.employeeId)"
            />
            <span class="grow">
              {{ one.name }} <span class="small muted">{{ one.unit }} · {{ one.position }}</span>
            </span>
            <span class="small">{{
              'participants.recommend.reason' | transloco: { shortage: one.shortage, jp: one.jp, target: one.target }
            }}</span>
          </li>
        } @empty {
          <li class="muted">{{ 'participants.recommend.empty' | transloco }}</li>
        }
      </ul>
      @if (chosen().size > 0) {
        <button matButton="filled" type="button" [disabled]="store.takeRecommended.running()" (click)="nominate()">
          {{ 'participants.recommend.add' | transloco: { count: chosen().size } }}
        </button>
      }
    } @else {
      <ui-waiting />
    }
  `,
  styles: `
    ul {
      max-height: 20rem;
      margin: 0 0 var(--space-3);
      padding: 0;
      overflow: auto;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2);
      min-height: 40px;
    }
  `,
})
export class RecommendedPeople {
  readonly trainingId = input.required<string>();
  readonly done = output();

  protected readonly store = inject(ParticipantsStore);
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());

  constructor() {
    effect(() => {
      this.store.recommended.load(this.trainingId());
    });
  }

  protected toggle(id: string): void {
    this.chosen.update((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  protected async nominate(): Promise<void> {
    if (await this.store.takeRecommended.run(this.trainingId(), [...this.chosen()])) this.done.emit();
  }
}
