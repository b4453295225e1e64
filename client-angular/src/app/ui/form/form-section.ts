import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A group of fields under one heading, with its help. */
@Component({
  selector: 'ui-form-section',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset>
      <legend>{{ title() }}</legend>
      @if (help()) {
        <p class="muted small">{{ help() }}</p>
      }
      <ng-content />
    </fieldset>
  `,
  styles: `
    fieldset {
      display: flex;
      flex-direction: column;
      gap: var(--space-3);
      min-width: 0;
      margin: 0 0 var(--space-3);
      padding: 0;
      border: 0;
    }
    legend {
      margin-bottom: var(--space-3);
      padding: 0;
      font-weight: 650;
      font-size: 1.0625rem;
    }
    p {
      margin: 0;
    }
  `,
})
export class UiFormSection {
  readonly title = input.required<string>();
  readonly help = input('');
}
