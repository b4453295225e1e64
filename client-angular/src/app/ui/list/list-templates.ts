import { Directive, TemplateRef, inject, input } from '@angular/core';

/** `<ng-template uiCell="state" let-row>`: a cell with more than text. */
@Directive({ selector: '[uiCell]' })
export class UiCell {
  readonly key = input.required<string>({ alias: 'uiCell' });
  readonly template = inject<TemplateRef<RowContext>>(TemplateRef);
}

/** `<ng-template uiRowActions let-row>`: what can be done with one row. */
@Directive({ selector: '[uiRowActions]' })
export class UiRowActions {
  readonly template = inject<TemplateRef<RowContext>>(TemplateRef);
}

/** `<ng-template uiBulkActions let-rows>`: what can be done with the selected rows. */
@Directive({ selector: '[uiBulkActions]' })
export class UiBulkActions {
  readonly template = inject<TemplateRef<unknown>>(TemplateRef);
}

interface RowContext {
  // Rows are typed where they are made; a template variable of a directive cannot follow the list's type.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  $implicit: any;
}
