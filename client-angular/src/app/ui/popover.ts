import { A11yModule } from '@angular/cdk/a11y';
import { OverlayModule } from '@angular/cdk/overlay';
import { ChangeDetectionStrategy, Component, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { IconName } from './icons';
import { UiIcon } from './icon';

/** A button that opens a small panel under itself; Escape and a click outside close it, focus comes back. */
@Component({
  selector: 'ui-popover',
  imports: [A11yModule, OverlayModule, MatButtonModule, UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button
      #trigger="cdkOverlayOrigin"
      cdkOverlayOrigin
      type="button"
      class="trigger"
      [class.active]="active()"
      [class.bare]="bare()"
      [attr.aria-expanded]="open()"
      [attr.aria-label]="name() || null"
      aria-haspopup="dialog"
      (click)="open.set(!open())"
    >
      @if (icon(); as icon) {
        <ui-icon [name]="icon" [size]="18" />
      }
      <ng-content select="[uiTrigger]" />
      @if (!bare()) {
        <ui-icon name="chevron-down" [size]="16" />
      }
    </button>
    <ng-template
      cdkConnectedOverlay
      [cdkConnectedOverlayOrigin]="trigger"
      [cdkConnectedOverlayOpen]="open()"
      [cdkConnectedOverlayHasBackdrop]="true"
      cdkConnectedOverlayBackdropClass="cdk-overlay-transparent-backdrop"
      [cdkConnectedOverlayPush]="true"
      [cdkConnectedOverlayViewportMargin]="8"
      [cdkConnectedOverlayPositions]="positions"
      (backdropClick)="open.set(false)"
      (detach)="open.set(false)"
    >
      <div class="panel" role="dialog" cdkTrapFocus cdkTrapFocusAutoCapture [attr.aria-label]="panelName() || name()">
        <ng-content />
      </div>
    </ng-template>
  `,
  styleUrl: './popover.scss',
})
export class UiPopover {
  /** Accessible name of the button when its words are not enough. */
  readonly name = input('');
  readonly panelName = input('');
  readonly icon = input<IconName>();
  readonly active = input(false);
  /** An icon alone, without border and arrow. */
  readonly bare = input(false);
  readonly open = signal(false);

  protected readonly positions = [
    {
      originX: 'start' as const,
      originY: 'bottom' as const,
      overlayX: 'start' as const,
      overlayY: 'top' as const,
      offsetY: 4,
    },
    {
      originX: 'end' as const,
      originY: 'bottom' as const,
      overlayX: 'end' as const,
      overlayY: 'top' as const,
      offsetY: 4,
    },
    {
      originX: 'start' as const,
      originY: 'top' as const,
      overlayX: 'start' as const,
      overlayY: 'bottom' as const,
      offsetY: -4,
    },
  ];

  close(): void {
    this.open.set(false);
  }
}
