import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { SessionView, TrainingsClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats, zoneName } from '@core/formats';
import { loaded } from '@core/load';
import { Session } from '@core/session';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiIcon, UiPageHeader, UiProblem, UiWaiting } from '@ui';

/** The daily programme as it hangs on the door: one table a day, made for paper. */
@Component({
  selector: 'app-programme-sheet',
  imports: [
    FORMAT_PIPES,
    MatButtonModule,
    RouterLink,
    TranslocoPipe,
    UiEmpty,
    UiIcon,
    UiPageHeader,
    UiProblem,
    UiWaiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (programme.value(); as plan) {
      <ui-page-header [title]="plan.title" [subtitle]="subtitle(plan.activityCode, plan.start, plan.end, plan.venue)">
        <ng-container uiActions>
          <a matButton class="no-print" [routerLink]="['/trainings', id()]">{{
            'trainings.action.back' | transloco
          }}</a>
          <button matButton="filled" class="no-print" type="button" (click)="print()">
            <ui-icon name="print" /> {{ 'trainings.programme.print' | transloco }}
          </button>
        </ng-container>
      </ui-page-header>
      <p class="muted">{{ institution() }} · {{ zone(plan.timeZone) }}</p>
      @for (day of plan.days; track day.date) {
        <section>
          <h2>{{ day.date | day: 'weekday' }}</h2>
          <table class="table stacked" role="table">
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">{{ 'trainings.programme.time' | transloco }}</th>
                <th scope="col" role="columnheader">{{ 'trainings.sessions.subject' | transloco }}</th>
                <th scope="col" role="columnheader">{{ 'trainings.sessions.instructors' | transloco }}</th>
                <th scope="col" role="columnheader">{{ 'trainings.sessions.room' | transloco }}</th>
                <th scope="col" role="columnheader">JP</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              @for (session of day.sessions; track session.id) {
                <tr role="row">
                  <td class="nowrap" role="cell">{{ session.start | time: false }}–{{ session.end | time: false }}</td>
                  <td role="cell" [attr.data-label]="'trainings.sessions.subject' | transloco">
                    {{ session.subject }}
                  </td>
                  <td role="cell" [attr.data-label]="'trainings.sessions.instructors' | transloco">
                    {{ instructors(session) }}
                  </td>
                  <td role="cell" [attr.data-label]="'trainings.sessions.room' | transloco">
                    {{ session.room ?? ('trainings.mode.' + session.mode | transloco) }}
                  </td>
                  <td role="cell" data-label="JP">{{ session.jp }}</td>
                </tr>
              }
            </tbody>
          </table>
        </section>
      } @empty {
        <ui-empty
          [title]="'trainings.sessions.empty' | transloco"
          [text]="'trainings.sessions.emptyHelp' | transloco"
        />
      }
    } @else if (programme.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="programme.reload()" />
    } @else {
      <ui-waiting />
    }
  `,
  styles: `
    section {
      margin-bottom: var(--space-5);
      overflow-x: auto;
      break-inside: avoid;
    }
    h2 {
      margin: 0 0 var(--space-2);
      font-size: 1rem;
    }
    table {
      width: 100%;
    }
    @media print {
      .no-print {
        display: none;
      }
    }
  `,
})
export class ProgrammeSheet {
  readonly id = input.required<string>();
  private readonly api = inject(TrainingsClient);
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly programme = loaded((id: string) => this.api.getDailyProgramme(id));

  constructor() {
    effect(() => {
      this.programme.load(this.id());
    });
  }

  protected institution(): string {
    return this.session.institution().name;
  }

  protected zone(zone: string): string {
    return zoneName(zone);
  }

  protected subtitle(code: string, start: string, end: string, venue: string | null | undefined): string {
    return [code, this.formats.dateRange(start, end), venue].filter(Boolean).join(' · ');
  }

  protected instructors(session: SessionView): string {
    return session.instructors.map((one) => one.name).join(', ');
  }

  protected print(): void {
    window.print();
  }
}
