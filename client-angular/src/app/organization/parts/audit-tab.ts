import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { AuditClient, AuditRow } from '@api';
import { loaded } from '@core/load';
import { TranslocoService } from '@jsverse/transloco';
import { TimelineEntry, UiEmpty, UiProblem, UiTimeline, UiWaiting } from '@ui';
import { TranslocoPipe } from '@jsverse/transloco';

const SHOWN = 100;

/** What was done to one object, and who looked at it. */
@Component({
  selector: 'app-audit-tab',
  imports: [TranslocoPipe, UiEmpty, UiProblem, UiTimeline, UiWaiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (trail.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="trail.reload()" />
    } @else if (trail.value()) {
      @if (entries().length === 0) {
        <ui-empty [title]="'organization.audit.empty' | transloco" />
      } @else {
        <ui-timeline [entries]="entries()" />
      }
    } @else {
      <ui-waiting />
    }
  `,
})
export class AuditTab {
  readonly subjectId = input.required<string>();
  private readonly api = inject(AuditClient);
  private readonly texts = inject(TranslocoService);
  protected readonly trail = loaded((id: string) =>
    this.api.listAuditEntries(undefined, undefined, undefined, id, undefined, undefined, undefined, 1, SHOWN),
  );
  protected readonly entries = computed<TimelineEntry[]>(() =>
    (this.trail.value()?.items ?? []).map((row) => ({
      at: row.at,
      who: row.userName,
      text: this.texts.translate(`organization.audit.${row.change.toLowerCase()}`, { action: row.action }),
      note: [row.reason, changes(row)].filter(Boolean).join(' · ') || null,
    })),
  );

  constructor() {
    effect(() => {
      this.trail.load(this.subjectId());
    });
  }
}

/** "Unit: ROUM → ROSDM" for each value that changed. */
function changes(row: AuditRow): string {
  if (row.change.toLowerCase() !== 'modified' || !row.details) return '';
  return Object.entries(row.details as Record<string, unknown>)
    .filter((pair): pair is [string, [unknown, unknown]] => Array.isArray(pair[1]))
    .map(([field, [before, after]]) => `${field}: ${word(before)} → ${word(after)}`)
    .join(', ');
}

function word(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  return typeof value === 'object' ? JSON.stringify(value) : `${value as string | number | boolean}`;
}
