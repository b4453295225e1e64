import { ChangeDetectionStrategy, Component, ElementRef, inject, input } from '@angular/core';

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
    :host {
      scroll-margin-top: calc(var(--top, 0px) + var(--space-4));
    }
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
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** From the table of contents: there, and with the keyboard at its first field. */
  open(): void {
    this.host.scrollIntoView({ block: 'start' });
    this.host.querySelector<HTMLElement>('input, textarea, mat-select, button')?.focus({ preventScroll: true });
  }
}
