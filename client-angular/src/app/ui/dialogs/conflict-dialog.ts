import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { DayTimePipe } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';
import { ConflictAsk } from './confirm';

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
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{{ 'ui.conflict.field' | transloco }}</th>
            <th scope="col">{{ 'ui.conflict.mine' | transloco }}</th>
            <th scope="col">{{ 'ui.conflict.theirs' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (field of ask.fields; track field.label) {
            <tr>
              <th scope="row">{{ field.label }}</th>
              <td>{{ field.mine || '–' }}</td>
              <td>{{ field.theirs || '–' }}</td>
            </tr>
          }
        </tbody>
      </table>
      @if (ask.standing?.length) {
        <p class="standing">{{ 'ui.conflict.standing' | transloco: { fields: ask.standing?.join(', ') } }}</p>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>{{ 'ui.conflict.edit' | transloco }}</button>
      <button matButton="outlined" type="button" mat-dialog-close="theirs">
        {{ 'ui.conflict.takeTheirs' | transloco }}
      </button>
      <button matButton="filled" type="button" mat-dialog-close="mine">{{ 'ui.conflict.keepMine' | transloco }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    .standing {
      margin: var(--space-3) 0 0;
    }
  `,
})
export class ConflictDialog {
  protected readonly ask = inject<ConflictAsk>(MAT_DIALOG_DATA);
}
