import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { ImportRowView } from '@api';
import { TranslocoPipe } from '@jsverse/transloco';
import { ImportedValuePipe } from './imported-value';

/** A row that looks like another person: who is on record and who stands in the file, side by side, and a word on it. */
@Component({
  selector: 'app-import-doubt',
  imports: [ImportedValuePipe, MatButtonModule, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <table>
      <thead>
        <tr>
          <td></td>
          <th scope="col">{{ 'organization.import.onRecord' | transloco }}</th>
          <th scope="col">{{ 'organization.import.inFile' | transloco }}</th>
        </tr>
      </thead>
      <tbody>
        @for (difference of row().differences; track difference.field) {
          <tr>
            <th scope="row">{{ 'organization.field.' + difference.field | transloco }}</th>
            <td>{{ difference.before | importedValue: difference.field }}</td>
            <td>
              <strong>{{ difference.after | importedValue: difference.field }}</strong>
            </td>
          </tr>
        }
      </tbody>
    </table>
    @if (row().confirmed) {
      <p class="small">{{ 'organization.import.confirmed' | transloco }}</p>
    }
    @if (canConfirm()) {
      <button
        matButton="outlined"
        type="button"
        [disabled]="busy()"
        [attr.aria-label]="
          (row().confirmed ? 'organization.import.keepOutOf' : 'organization.import.samePersonOf')
            | transloco: { row: row().number }
        "
        (click)="samePerson.emit(!row().confirmed)"
      >
        {{ (row().confirmed ? 'organization.import.keepOut' : 'organization.import.samePerson') | transloco }}
      </button>
    }
  `,
  styles: `
    table {
      margin: var(--space-2) 0;
      border-collapse: collapse;
    }
    thead td,
    th,
    tbody td {
      padding: 2px var(--space-3) 2px 0;
      border: 0;
      text-align: start;
      vertical-align: top;
      font-weight: normal;
      white-space: normal;
    }
    th {
      color: var(--mat-sys-on-surface-variant);
      white-space: nowrap;
    }
    @media (max-width: 639px) {
      table {
        width: 100%;
        table-layout: fixed;
      }
      th,
      td {
        overflow-wrap: anywhere;
      }
      thead th,
      tbody th {
        white-space: normal;
      }
    }
    p {
      margin: 0 0 var(--space-2);
    }
  `,
})
export class ImportDoubt {
  readonly row = input.required<ImportRowView>();
  readonly canConfirm = input.required<boolean>();
  readonly busy = input.required<boolean>();
  readonly samePerson = output<boolean>();
}
