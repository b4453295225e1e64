import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { DayTimePipe } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';
import { ConflictAsk } from './confirm';

/** Two versions beside each other, chosen field by field; mine until another is chosen. */
@Component({
  selector: 'ui-conflict-dialog',
  imports: [MatButtonModule, MatDialogModule, TranslocoPipe, DayTimePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 id="conflict-title" mat-dialog-title>{{ 'ui.conflict.title' | transloco }}</h2>
    <mat-dialog-content>
      <p>
        @if (ask.who) {
          {{ (ask.own ? 'ui.conflict.byYou' : 'ui.conflict.by') | transloco: { who: ask.who, at: (ask.at | dayTime) } }}
        }
        {{ 'ui.conflict.text' | transloco }}
      </p>
      @for (field of ask.fields; track field.key; let index = $index) {
        <fieldset>
          <legend>{{ field.label }}</legend>
          <label [class.chosen]="mine().has(field.key)">
            <input
              type="radio"
              [name]="'conflict-' + index"
              [checked]="mine().has(field.key)"
              (change)="choose(field.key, true)"
            />
            <span>
              <span class="small muted">{{ 'ui.conflict.mine' | transloco }}</span>
              <span class="value">{{ field.mine || '–' }}</span>
            </span>
          </label>
          <label [class.chosen]="!mine().has(field.key)">
            <input
              type="radio"
              [name]="'conflict-' + index"
              [checked]="!mine().has(field.key)"
              (change)="choose(field.key, false)"
            />
            <span>
              <span class="small muted">{{ 'ui.conflict.theirs' | transloco }}</span>
              <span class="value">{{ field.theirs || '–' }}</span>
            </span>
          </label>
        </fieldset>
      }
      @if (ask.standing?.length) {
        <p class="standing">{{ 'ui.conflict.standing' | transloco: { fields: ask.standing?.join(', ') } }}</p>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>{{ 'ui.conflict.edit' | transloco }}</button>
      <button matButton="outlined" type="button" (click)="close(none)">
        {{ 'ui.conflict.takeTheirs' | transloco }}
      </button>
      <button matButton="filled" type="button" (click)="close(mine())">{{ 'ui.conflict.keep' | transloco }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    fieldset {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--space-2);
      margin: 0 0 var(--space-3);
      padding: 0;
      border: 0;
    }
    legend {
      margin-bottom: var(--space-1);
      font-weight: 500;
    }
    label {
      display: flex;
      align-items: flex-start;
      gap: var(--space-2);
      min-width: 0;
      padding: var(--space-2) var(--space-3);
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: var(--radius);
      cursor: pointer;
    }
    label.chosen {
      border-color: var(--mat-sys-primary);
      box-shadow: inset 0 0 0 1px var(--mat-sys-primary);
    }
    label > span {
      display: grid;
      min-width: 0;
    }
    input {
      margin-top: 3px;
      accent-color: var(--mat-sys-primary);
    }
    .value {
      max-height: 8rem;
      overflow: auto;
      overflow-wrap: anywhere;
    }
    .standing {
      margin: var(--space-3) 0 0;
    }
    @media (max-width: 599px) {
      fieldset {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class ConflictDialog {
  protected readonly ask = inject<ConflictAsk>(MAT_DIALOG_DATA);
  private readonly opened = inject<MatDialogRef<ConflictDialog, ReadonlySet<string>>>(MatDialogRef);
  protected readonly none: ReadonlySet<string> = new Set<string>();
  protected readonly mine = signal<ReadonlySet<string>>(new Set(this.ask.fields.map((field) => field.key)));

  protected choose(key: string, mine: boolean): void {
    this.mine.update((kept) => {
      const next = new Set(kept);
      if (mine) next.add(key);
      else next.delete(key);
      return next;
    });
  }

  protected close(kept: ReadonlySet<string>): void {
    this.opened.close(kept);
  }
}
