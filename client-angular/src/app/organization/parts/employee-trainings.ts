import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmployeesClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiProblem, UiWaiting } from '@ui';
import { AppParticipantState } from '../../trainings/parts/participant-state';

const SIZE = 25;

/** Trainings a person was put forward for, sits in or has passed, newest first. */
@Component({
  selector: 'app-employee-trainings',
  imports: [
    MatButtonModule,
    RouterLink,
    TranslocoPipe,
    AppParticipantState,
    UiEmpty,
    UiProblem,
    UiWaiting,
    ...FORMAT_PIPES,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (trainings.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="trainings.reload()" />
    } @else if (trainings.value(); as page) {
      <ul>
        @for (training of page.items; track training.participantId) {
          <li>
            <div class="grow">
              @if (training.canOpen) {
                <a [routerLink]="['/trainings', training.trainingId]">{{ training.title }}</a>
              } @else {
                <strong>{{ training.title }}</strong>
              }
              <div class="small muted">
                {{ formats.dateRange(training.start, training.end) }}
                @if (training.place) {
                  · {{ training.place }}
                }
                · {{ 'trainings.scheme.' + training.scheme | transloco }}
              </div>
            </div>
            @if (training.jp > 0) {
              <strong class="nowrap">{{ training.jp | jp }}</strong>
            }
            <app-participant-state [state]="training.state" [rank]="training.reserveRank" />
          </li>
        } @empty {
          <li>
            <ui-empty
              [title]="'organization.employee.noTrainings' | transloco"
              [text]="'organization.employee.noTrainingsHelp' | transloco"
            />
          </li>
        }
      </ul>
      @if (page.total > page.items.length) {
        <button matButton="outlined" type="button" [disabled]="trainings.loading()" (click)="more()">
          {{ 'organization.employee.more' | transloco }}
        </button>
      }
    } @else {
      <ui-waiting [lines]="6" />
    }
  `,
  styleUrl: './employee-records.scss',
})
export class EmployeeTrainings {
  readonly employeeId = input.required<string>();
  protected readonly formats = inject(Formats);
  private readonly api = inject(EmployeesClient);
  private readonly size = signal(SIZE);
  protected readonly trainings = loaded((id: string, size: number) => this.api.listEmployeeTrainings(id, 1, size));

  constructor() {
    effect(() => {
      this.trainings.load(this.employeeId(), this.size());
    });
  }

  protected more(): void {
    this.size.update((size) => size * 2);
  }
}
