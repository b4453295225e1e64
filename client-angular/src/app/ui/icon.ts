import { ChangeDetectionStrategy, Component, ElementRef, Renderer2, effect, inject, input } from '@angular/core';
import { ICONS, IconName } from './icons';

/** `<ui-icon name="search" />`: decorative; give the control around it its name in words. */
@Component({
  selector: 'ui-icon',
  template: '',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ui-icon', 'aria-hidden': 'true', '[style.--icon-size.px]': 'size()' },
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      width: var(--icon-size, 20px);
      height: var(--icon-size, 20px);
      vertical-align: middle;
    }
  `,
})
export class UiIcon {
  readonly name = input.required<IconName>();
  readonly size = input(20);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const renderer = inject(Renderer2);
    effect(() => {
      const svg: unknown = renderer.createElement('svg', 'svg');
      const frame = {
        viewBox: '0 0 24 24',
        width: '100%',
        height: '100%',
        fill: 'none',
        stroke: 'currentColor',
        'stroke-width': '1.75',
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
        focusable: 'false',
      };
      setAll(renderer, svg, frame);
      for (const [tag, attributes] of ICONS[this.name()]) {
        const part: unknown = renderer.createElement(tag, 'svg');
        setAll(renderer, part, attributes);
        renderer.appendChild(svg, part);
      }
      host.replaceChildren(svg as Node);
    });
  }
}

function setAll(renderer: Renderer2, element: unknown, attributes: Record<string, string | number | undefined>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) renderer.setAttribute(element, name, String(value));
  }
}
