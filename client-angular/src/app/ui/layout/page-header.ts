import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Trail } from './trail';

/**
 * Head of a page: title, state, what it is about; actions at the right (`uiActions`): the next step as the one filled
 * button, the others behind a menu. Names the browser tab and the last step of the breadcrumb too.
 */
@Component({
  selector: 'ui-page-header',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="grow">
      <div class="line">
        <h1>{{ title() }}</h1>
        <ng-content select="[uiState],ui-state" />
      </div>
      @if (subtitle()) {
        <p class="sub">{{ subtitle() }}</p>
      }
      <ng-content select="[uiSubtitle]" />
    </div>
    <div class="row actions"><ng-content select="[uiActions]" /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      gap: var(--space-3) var(--space-4);
      margin-bottom: var(--space-5);
    }
    .grow {
      flex: 1 1 20rem;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-3);
    }
    h1 {
      overflow-wrap: anywhere;
    }
    .sub {
      max-width: 46rem;
      margin: 4px 0 0;
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class UiPageHeader {
  readonly title = input.required<string>();
  readonly subtitle = input('');

  constructor() {
    const browser = inject(Title);
    const trail = inject(Trail);
    effect(() => {
      const title = this.title();
      if (!title) return;
      browser.setTitle(`${title} – Pionir`);
      trail.setLast(title);
    });
  }
}
