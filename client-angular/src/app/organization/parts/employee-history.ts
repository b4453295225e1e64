import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { EmployeesClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiProblem, UiWaiting } from '@ui';

/** Unit and position by days, newest first. */
@Component({
  selector: 'app-employee-history',
  imports: [TranslocoPipe, ...FORMAT_PIPES, UiEmpty, UiProblem, UiWaiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (periods.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="periods.reload()" />
    } @else if (periods.value(); as all) {
      @if (all.length === 0) {
        <ui-empty [title]="'organization.history.empty' | transloco" />
      } @else {
        <ol>
          @for (period of all; track period.validFrom + period.number) {
            <li>
              <div class="when">
                {{ period.validFrom | day: 'medium' }} –
                {{ period.validTo ? (period.validTo | day: 'medium') : ('organization.history.now' | transloco) }}
              </div>
              <div>
                <strong>{{ period.position }}</strong>
                <div>{{ period.unitName }}</div>
                <div class="small muted">
                  {{ 'organization.type.' + period.employmentType | transloco }}
                  @if (period.rank) {
                    · {{ period.rank }}
                  }
                  · {{ period.number | identityNumber }}
                  @if (period.supervisorName) {
                    · {{ 'organization.history.supervisor' | transloco: { name: period.supervisorName } }}
                  }
                </div>
              </div>
            </li>
          }
        </ol>
      }
    } @else {
      <ui-waiting />
    }
  `,
  styles: `
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-1) var(--space-5);
      padding: var(--space-4) 0;
      border-top: var(--line);
    }
    li:first-child {
      border-top: 0;
    }
    .when {
      font-variant-numeric: tabular-nums;
    }
    @media (min-width: 40rem) {
      li {
        grid-template-columns: 15rem minmax(0, 1fr);
      }
    }
  `,
})
export class EmployeeHistory {
  readonly employeeId = input.required<string>();
  private readonly api = inject(EmployeesClient);
  protected readonly periods = loaded((id: string) => this.api.getEmployeeHistory(id));

  constructor() {
    effect(() => {
      this.periods.load(this.employeeId());
    });
  }
}
