import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { UnitRoom } from '@api';
import { CountPipe } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiState } from '@ui';

/** What a unit has used of its places: "3 dari 10", and aloud when nothing is left. */
@Component({
  selector: 'app-unit-room',
  imports: [CountPipe, TranslocoPipe, UiState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (full()) {
      <ui-state tone="warn">{{ 'participants.quota.full' | transloco }}</ui-state>
    }
    <span class="nowrap">{{
      'participants.quota.used' | transloco: { used: (room().used | count), places: (room().places | count) }
    }}</span>
    @if (named()) {
      <span class="small muted">{{ room().unitName }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--space-2);
    }
  `,
})
export class UnitRoomLabel {
  readonly room = input.required<UnitRoom>();
  readonly named = input(false);
  protected readonly full = computed(() => this.room().used >= this.room().places);
}
