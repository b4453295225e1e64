import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Notices } from '@core/notices';
import { TranslocoPipe } from '@jsverse/transloco';
// Not through the kit's index: this is part of the first load, the kit is not.
import { UiIcon } from '@ui/icon';

/** The notices at the edge of the page, read aloud without taking the focus. */
@Component({
  selector: 'app-notice-list',
  imports: [TranslocoPipe, UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="list" aria-live="polite" role="status">
      @for (notice of notices.all(); track notice.id) {
        <div class="notice" [class.problem]="notice.kind === 'problem'">
          <ui-icon [name]="notice.kind === 'problem' ? 'warning' : 'check'" [size]="18" />
          <div class="grow">
            <strong>{{ notice.key ? (notice.key | transloco: notice.values) : notice.text }}</strong>
            @if (notice.detail) {
              <div class="small">{{ notice.detail }}</div>
            }
          </div>
          @if (notice.undo) {
            <button type="button" class="undo" (click)="notices.undo(notice)">{{ 'ui.undo' | transloco }}</button>
          }
          <button
            type="button"
            class="close"
            [attr.aria-label]="'ui.close' | transloco"
            (click)="notices.dismiss(notice.id)"
          >
            <ui-icon name="close" [size]="18" />
          </button>
        </div>
      }
    </div>
  `,
  styleUrl: './notice-list.scss',
})
export class NoticeList {
  protected readonly notices = inject(Notices);
}
