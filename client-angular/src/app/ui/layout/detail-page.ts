import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Detail: what it is in the middle, facts and timeline in the right column (`uiAside`), which goes below on a phone. */
@Component({
  selector: 'ui-detail-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-content select="ui-page-header" />
    <ng-content select="ui-tabs" />
    <div class="columns">
      <div class="main"><ng-content /></div>
      <aside><ng-content select="[uiAside]" /></aside>
    </div>
  `,
  styles: `
    :host {
      display: block;
      container-type: inline-size;
    }
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-5);
    }
    aside {
      display: flex;
      flex-direction: column;
      gap: var(--space-5);
    }
    aside:empty {
      display: none;
    }
    @container (min-width: 60rem) {
      .columns:has(aside:not(:empty)) {
        grid-template-columns: minmax(0, 1fr) 19rem;
        gap: var(--space-6);
      }
    }
  `,
})
export class UiDetailPage {}
