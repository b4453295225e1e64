import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { from, map } from 'rxjs';

/** A text as QR code, drawn in the page: the key of an authenticator leaves this device for nobody. */
@Component({
  selector: 'app-qr-code',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (drawn.value(); as code) {
      <svg [attr.viewBox]="'0 0 ' + code.size + ' ' + code.size" role="img" [attr.aria-label]="label()">
        <path [attr.d]="code.path" fill="#000" />
      </svg>
    }
  `,
  styles: `
    :host {
      display: block;
      width: 13rem;
      height: 13rem;
      padding: 12px;
      border-radius: 8px;
      /* White in the dark too: cameras look for dark on light. */
      background: #fff;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      shape-rendering: crispEdges;
    }
  `,
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input.required<string>();

  protected readonly drawn = rxResource({
    params: () => this.text(),
    stream: ({ params: text }) =>
      from(import('qrcode-generator')).pipe(
        map(({ default: make }) => {
          const code = make(0, 'M');
          code.addData(text);
          code.make();
          const size = code.getModuleCount();
          let path = '';
          for (let row = 0; row < size; row++) {
            for (let column = 0; column < size; column++) {
              if (code.isDark(row, column)) path += `M${column} ${row}h1v1h-1z`;
            }
          }
          return { size, path };
        }),
      ),
  });
}
