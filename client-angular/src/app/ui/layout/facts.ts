import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A list of facts: `<ui-facts><ui-fact label="NIP">…</ui-fact></ui-facts>`. Empty ones say so with a dash. */
@Component({
  selector: 'ui-facts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (title()) {
      <h2>{{ title() }}</h2>
    }
    <div class="list" role="list" [class.wide]="wide()"><ng-content /></div>
  `,
  styles: `
    :host {
      display: block;
    }
    h2 {
      margin-bottom: var(--space-3);
      font-size: 0.9375rem;
    }
    .list {
      display: flex;
      flex-direction: column;
      gap: var(--space-3);
      margin: 0;
    }
    .wide {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(8rem, 100%), 1fr));
      gap: var(--space-4) var(--space-5);
    }
  `,
})
export class UiFacts {
  readonly title = input('');
  /** Side by side, as many as fit. */
  readonly wide = input(false);
}

@Component({
  selector: 'ui-fact',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'listitem' },
  template: `<div class="label">{{ label() }}</div>
    <div class="value"><ng-content /></div>`,
  styles: `
    :host {
      display: block;
    }
    .label {
      font-size: var(--text-small);
      color: var(--mat-sys-on-surface-variant);
    }
    .value {
      margin: 1px 0 0;
      overflow-wrap: anywhere;
    }
    .value:empty::after {
      content: '–';
    }
  `,
})
export class UiFact {
  readonly label = input.required<string>();
}
