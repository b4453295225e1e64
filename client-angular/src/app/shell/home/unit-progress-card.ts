import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LearningHoursClient, UnitProgress } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiProblem, UiWaiting } from '@ui';

/** How far my units are this year: figures, a table by unit, and the trainings their people sit in. */
@Component({
  selector: 'app-unit-progress-card',
  imports: [RouterLink, TranslocoPipe, UiProblem, UiWaiting, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="card" [attr.aria-busy]="progress.loading()">
      @if (progress.problem(); as problem) {
        <ui-problem [problem]="problem" (retry)="progress.reload()" />
      } @else if (progress.value(); as view) {
        <h2>{{ 'shell.home.units' | transloco: { year: view.year } }}</h2>
        <dl>
          <div>
            <dt>{{ 'shell.home.metOf' | transloco }}</dt>
            <dd>
              {{ percent(view.total.met, view.total) }}
              <span class="small muted">{{
                'shell.home.metCount'
                  | transloco: { met: (view.total.met | count), all: (view.total.withTarget | count) }
              }}</span>
            </dd>
          </div>
          <div>
            <dt>{{ 'shell.home.yearEnd' | transloco }}</dt>
            <dd>
              {{ percent(view.total.forecast, view.total) }}
              <span class="small muted">{{ 'shell.home.yearEndHelp' | transloco }}</span>
            </dd>
          </div>
          <div>
            <dt>{{ 'shell.home.average' | transloco }}</dt>
            <dd>{{ formats.number(view.total.averageJp, 1) }} JP</dd>
          </div>
          <div>
            <dt>{{ 'shell.home.people' | transloco }}</dt>
            <dd>{{ view.total.people | count }}</dd>
          </div>
        </dl>
        @if (view.units.length > 0) {
          <table>
            <thead>
              <tr>
                <th scope="col">{{ 'shell.home.unit' | transloco }}</th>
                <th scope="col" class="figure">{{ 'shell.home.people' | transloco }}</th>
                <th scope="col" class="figure">{{ 'shell.home.metShort' | transloco }}</th>
                <th scope="col" class="figure">{{ 'shell.home.yearEndShort' | transloco }}</th>
                <th scope="col" class="figure wide">{{ 'shell.home.averageShort' | transloco }}</th>
              </tr>
            </thead>
            <tbody>
              @for (line of view.units; track line.unitId) {
                <tr>
                  <th scope="row">
                    <a routerLink="/employees" [queryParams]="{ unit: line.unitId }">{{ line.name }}</a>
                  </th>
                  <td class="figure">{{ line.progress.people | count }}</td>
                  <td class="figure">{{ percent(line.progress.met, line.progress) }}</td>
                  <td class="figure">{{ percent(line.progress.forecast, line.progress) }}</td>
                  <td class="figure wide">{{ formats.number(line.progress.averageJp, 1) }}</td>
                </tr>
              }
            </tbody>
          </table>
        }
        @if (view.running.length > 0) {
          <h3>{{ 'shell.home.running' | transloco }}</h3>
          <ul>
            @for (training of view.running; track training.id) {
              <li>
                <a [routerLink]="['/trainings', training.id]">{{ training.title }}</a>
                <div class="small muted">
                  {{ formats.dateRange(training.start, training.end) }} ·
                  {{ 'shell.home.ourPeople' | transloco: { count: (training.people | count) } }}
                </div>
              </li>
            }
          </ul>
        }
      } @else {
        <ui-waiting [lines]="8" />
      }
    </section>
  `,
  styleUrl: './progress-cards.scss',
})
export class UnitProgressCard {
  private readonly api = inject(LearningHoursClient);
  protected readonly formats = inject(Formats);
  protected readonly progress = loaded(() => this.api.getUnitProgress());

  constructor() {
    this.progress.load();
  }

  protected percent(people: number, of: UnitProgress): string {
    return of.withTarget ? `${this.formats.number(Math.round((people / of.withTarget) * 100))}%` : '–';
  }
}
