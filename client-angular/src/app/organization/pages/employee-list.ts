import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmployeeListItem, EmployeesClient, EmploymentType } from '@api';
import { Formats } from '@core/formats';
import { Session } from '@core/session';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { ListQuery, UiCell, UiListPage, UiState, listState } from '@ui';
import { UnitChoices } from '../../shell/unit-choices';

const TYPES = ['pns', 'cpns', 'pppk', 'tni', 'polri', 'other'] as const;

/** Everybody one may see: found by a part of the name or by the first or last digits of a number. */
@Component({
  imports: [MatButtonModule, RouterLink, TranslocoPipe, UiCell, UiListPage, UiState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-list-page
      [list]="list"
      [title]="'organization.employees.title' | transloco"
      [emptyTitle]="'organization.employees.empty' | transloco"
      [emptyText]="'organization.employees.emptyHelp' | transloco"
    >
      <ng-container uiActions>
        <a matButton routerLink="/units">{{ 'organization.units.title' | transloco }}</a>
        @if (mayImport) {
          <a matButton="outlined" routerLink="/imports">{{ 'organization.imports.title' | transloco }}</a>
        }
      </ng-container>
      <ng-template uiCell="state" let-row>
        @if (row.active) {
          <ui-state tone="good">{{ 'organization.employees.active' | transloco }}</ui-state>
        } @else {
          <ui-state tone="paused">{{ 'organization.employees.left' | transloco }}</ui-state>
        }
      </ng-template>
    </ui-list-page>
  `,
})
export class EmployeeList {
  private readonly api = inject(EmployeesClient);
  private readonly units = inject(UnitChoices);
  private readonly formats = inject(Formats);
  private readonly texts = inject(TranslocoService);
  private readonly session = inject(Session);
  protected readonly mayImport = this.session.can('employeesImport');

  protected readonly list = listState<EmployeeListItem>({
    name: 'employees',
    id: (row) => row.id,
    link: (row) => ['/employees', row.id],
    sort: 'name',
    columns: [
      { key: 'name', label: 'organization.employee.name', sort: 'name', main: true, value: (row) => row.name },
      {
        key: 'number',
        label: 'organization.employee.number',
        sort: 'number',
        value: (row) => this.formats.identityNumber(row.number),
      },
      { key: 'position', label: 'organization.employee.position', value: (row) => row.position },
      { key: 'unit', label: 'organization.employee.unit', sort: 'unit', value: (row) => row.unitName },
      {
        key: 'type',
        label: 'organization.employee.type',
        value: (row) => this.texts.translate(`organization.type.${row.employmentType}`),
      },
      { key: 'rank', label: 'organization.employee.rank', hidden: true, value: (row) => row.rank },
      { key: 'state', label: 'organization.employee.state' },
    ],
    filters: [
      { key: 'q', label: 'organization.employees.search', kind: 'search' },
      {
        key: 'unit',
        label: 'organization.employee.unit',
        kind: 'lookup',
        find: this.units.find,
        describe: this.units.describe,
      },
      {
        key: 'type',
        label: 'organization.employee.type',
        kind: 'choice',
        options: TYPES.map((value) => ({ value, label: `organization.type.${value}` })),
      },
      {
        key: 'state',
        label: 'organization.employee.state',
        kind: 'choice',
        options: [
          { value: 'left', label: 'organization.employees.left' },
          { value: 'all', label: 'organization.employees.everybody' },
        ],
      },
      { key: 'team', label: 'organization.employees.team', kind: 'yes' },
    ],
    load: ({ page, size, sort, filters }) =>
      this.api.listEmployees(
        filters['q'],
        filters['unit'],
        filters['type'] as EmploymentType | undefined,
        filters['state'] === 'left' ? false : undefined,
        filters['state'] === 'all',
        !!filters['team'],
        sortOf(filters, sort),
        page,
        size,
      ),
    export: (format, query) => `/api/v1/employees/export?${exportQuery(format, query)}`,
  });
}

/** By name is how the list begins; who has typed something then sees the best match first, and equal ones by name. */
function sortOf(filters: ListQuery['filters'], sort: string | undefined): string | undefined {
  return filters['q'] && sort === 'name' ? undefined : sort;
}

function exportQuery(format: string, { filters, sort }: ListQuery): string {
  const query = new URLSearchParams({ format });
  const order = sortOf(filters, sort);
  if (order) query.set('sort', order);
  for (const key of ['q', 'unit', 'type'] as const) {
    const value = filters[key];
    if (value) query.set(key, value);
  }
  if (filters['state'] === 'left') query.set('active', 'false');
  if (filters['state'] === 'all') query.set('all', 'true');
  if (filters['team']) query.set('team', 'true');
  return query.toString();
}
