import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LearningHoursClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiProblem, UiWaiting } from '@ui';

const SHOWN = 8;

/** The people who report to me, who lacks most first. */
@Component({
  selector: 'app-team-card',
  imports: [RouterLink, TranslocoPipe, UiProblem, UiWaiting, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="card" [attr.aria-busy]="team.loading()">
      @if (team.problem(); as problem) {
        <ui-problem [problem]="problem" (retry)="team.reload()" />
      } @else if (team.value(); as people) {
        <h2>{{ 'shell.home.team' | transloco }}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">{{ 'shell.home.name' | transloco }}</th>
              <th scope="col" class="figure">JP</th>
              <th scope="col" class="figure">{{ 'shell.home.forecast' | transloco }}</th>
              <th scope="col" class="figure">{{ 'shell.home.lacks' | transloco }}</th>
            </tr>
          </thead>
          <tbody>
            @for (person of shown(); track person.employeeId) {
              <tr>
                <th scope="row">
                  <a [routerLink]="['/employees', person.employeeId]" [queryParams]="{ tab: 'jp' }">{{
                    person.name
                  }}</a>
                  <div class="small muted">{{ person.position }}</div>
                </th>
                <td class="figure">
                  {{ person.counted | count }}
                  @if (person.goal) {
                    <span class="muted">/ {{ person.goal | count }}</span>
                  }
                </td>
                <td class="figure">{{ person.forecast | count }}</td>
                <td class="figure">{{ person.shortfall ? (person.shortfall | count) : '–' }}</td>
              </tr>
            }
          </tbody>
        </table>
        @if (people.length > shown().length) {
          <a class="small" routerLink="/employees" [queryParams]="{ team: 'true' }">{{
            'shell.home.wholeTeam' | transloco: { count: (people.length | count) }
          }}</a>
        }
      } @else {
        <ui-waiting [lines]="6" />
      }
    </section>
  `,
  styleUrl: './progress-cards.scss',
})
export class TeamCard {
  private readonly api = inject(LearningHoursClient);
  protected readonly team = loaded(() => this.api.listTeamProgress());
  protected readonly shown = computed(() => (this.team.value() ?? []).slice(0, SHOWN));

  constructor() {
    this.team.load();
  }
}
