import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/**
 * Desk: the list left (`uiDeskList`), the thing in the middle, document or context right (`uiDeskSide`). On a phone the
 * list gives way to the opened thing (`opened`), and the page shows the way back.
 */
@Component({
  selector: 'ui-desk',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="list" [attr.aria-label]="listName()"><ng-content select="[uiDeskList]" /></section>
    <section class="middle"><ng-content /></section>
    <aside class="side"><ng-content select="[uiDeskSide]" /></aside>
  `,
  host: { '[class.opened]': 'opened()' },
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(13rem, 17rem) minmax(0, 1fr) minmax(0, 21rem);
      border: var(--line);
      border-radius: var(--radius);
      min-height: 60vh;
      overflow: clip;
    }
    section,
    aside {
      min-width: 0;
      padding: var(--space-4);
    }
    .list {
      padding: var(--space-2);
      border-inline-end: var(--line);
      background: var(--mat-sys-surface-container-low);
      max-height: calc(100vh - 12rem);
      overflow: auto;
    }
    .side {
      border-inline-start: var(--line);
    }
    .side:empty {
      display: none;
    }
    :host:has(.side:empty) {
      grid-template-columns: minmax(13rem, 17rem) minmax(0, 1fr);
    }
    @media (max-width: 1100px) {
      :host {
        grid-template-columns: minmax(12rem, 17rem) minmax(0, 1fr);
      }
      .side {
        grid-column: 2;
        border: 0;
        border-top: var(--line);
      }
    }
    @media (max-width: 719px) {
      :host,
      :host:has(.side:empty) {
        display: block;
      }
      .list {
        max-height: none;
        border: 0;
      }
      :host(.opened) .list,
      :host(:not(.opened)) .middle,
      :host(:not(.opened)) .side {
        display: none;
      }
    }
  `,
})
export class UiDesk {
  readonly listName = input.required<string>();
  readonly opened = input(false);
}
