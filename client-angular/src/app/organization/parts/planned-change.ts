import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { PlannedChange as Planned } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon } from '@ui';
import { InstitutionWords } from '../institution-words';

/** A change of the settings that has not begun: what it will change, and that today's edits leave it alone. */
@Component({
  selector: 'app-planned-change',
  imports: [MatButtonModule, TranslocoPipe, UiIcon, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="card" [attr.aria-label]="'organization.institution.plannedName' | transloco">
      <div class="row">
        <ui-icon name="calendar-plain" />
        <h2 class="grow">
          {{
            'organization.institution.planned'
              | transloco: { day: planned().effectiveFrom | day, name: planned().changedByName }
          }}
        </h2>
        @if (canUpdate()) {
          <button matButton type="button" (click)="cancelled.emit()">
            {{ 'organization.institution.cancelPlan' | transloco }}
          </button>
        }
      </div>
      <ul>
        @for (change of changes(); track change.label) {
          <li>
            {{ change.label }}: <s class="muted">{{ change.before }}</s> → <strong>{{ change.after }}</strong>
          </li>
        }
      </ul>
      <p class="small muted">{{ 'organization.institution.plannedHelp' | transloco }}</p>
    </section>
  `,
  styles: `
    section {
      margin-bottom: var(--space-4);
      border-inline-start: 4px solid var(--state-info);
    }
    h2 {
      margin: 0;
      font-size: 1rem;
    }
    ul {
      margin: var(--space-2) 0;
      overflow-wrap: anywhere;
    }
    p {
      margin: 0;
    }
  `,
})
export class PlannedChange {
  readonly planned = input.required<Planned>();
  readonly canUpdate = input(false);
  readonly cancelled = output();

  private readonly words = inject(InstitutionWords);
  protected readonly changes = computed(() => this.words.shown(this.planned().changes));
}
