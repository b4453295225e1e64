import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import type { CompetencyKind, CompetencyRow } from '@api';
import { TranslocoPipe } from '@jsverse/transloco';
import { KINDS } from '../words';

interface Branch {
  readonly kind: CompetencyKind;
  readonly groups: readonly { readonly name: string; readonly rows: readonly CompetencyRow[] }[];
}

/** The competencies of a version by kind and group; typing narrows it. */
@Component({
  selector: 'app-competency-tree',
  imports: [MatFormFieldModule, MatInputModule, RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-form-field class="find" subscriptSizing="dynamic">
      <mat-label>{{ 'competencies.tree.find' | transloco }}</mat-label>
      <input #find matInput type="search" autocomplete="off" (input)="text.set(find.value)" />
    </mat-form-field>
    <nav [attr.aria-label]="'competencies.tree.label' | transloco">
      @for (branch of branches(); track branch.kind) {
        <h2>{{ 'competencies.kind.' + branch.kind | transloco }}</h2>
        @for (group of branch.groups; track group.name) {
          @if (group.name) {
            <h3>{{ group.name }}</h3>
          }
          <ul>
            @for (row of group.rows; track row.code) {
              <li>
                <a
                  [routerLink]="[base(), row.code]"
                  [class.chosen]="row.code === chosen()"
                  [attr.aria-current]="row.code === chosen() ? 'page' : null"
                >
                  <span class="code">{{ row.code }}</span><span>{{ row.title }}</span>
                </a>
              </li>
            }
          </ul>
        }
      } @empty {
        <p class="muted">{{ 'competencies.tree.nothing' | transloco }}</p>
      }
    </nav>
  `,
  styleUrl: './competency-tree.scss',
})
export class CompetencyTree {
  readonly rows = input.required<readonly CompetencyRow[]>();
  readonly base = input.required<string>();
  readonly chosen = input<string>();
  protected readonly text = signal('');

  protected readonly branches = computed<readonly Branch[]>(() => {
    const wanted = this.text().trim().toLowerCase();
    const rows = this.rows().filter((row) => `${row.code} ${row.title} ${row.group}`.toLowerCase().includes(wanted));
    return KINDS.flatMap((kind) => {
      const ofKind = rows.filter((row) => row.kind === kind);
      const names = [...new Set(ofKind.map((row) => row.group))];
      return ofKind.length === 0
        ? []
        : [
            {
              kind,
              groups: names.map((name) => ({
                name: name.replaceAll('/', ' › '),
                rows: ofKind.filter((row) => row.group === name),
              })),
            },
          ];
    });
  });
}
