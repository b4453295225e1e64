import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatTabsModule } from '@angular/material/tabs';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { CountPipe } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';
import { map } from 'rxjs';

export interface Tab {
  readonly key: string;
  /** Translation key. */
  readonly label: string;
  readonly count?: number;
}

/**
 * Tabs kept in the address (`?tab=participants`), so that a link opens the right one and the back button walks them.
 * The page asks `tabs.current()` with `@switch`; only the open tab is rendered. Who has one alone is not shown its name.
 */
@Component({
  selector: 'ui-tabs',
  imports: [MatTabsModule, RouterLink, CountPipe, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  exportAs: 'uiTabs',
  template: `
    <nav
      [hidden]="tabs().length < 2"
      mat-tab-nav-bar
      mat-stretch-tabs="false"
      mat-align-tabs="start"
      disablePagination
      [tabPanel]="panel"
      [attr.aria-label]="name() || null"
    >
      @for (tab of tabs(); track tab.key) {
        <a
          mat-tab-link
          [routerLink]="[]"
          [queryParams]="{ tab: tab.key === first() ? null : tab.key }"
          [active]="tab.key === current()"
        >
          {{ tab.label | transloco }}
          @if (tab.count !== undefined) {
            <span class="count">{{ tab.count | count }}</span>
          }
        </a>
      }
    </nav>
    <mat-tab-nav-panel #panel><ng-content /></mat-tab-nav-panel>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--space-5);
    }
    nav {
      margin-bottom: var(--space-5);
    }
    nav[hidden] {
      display: none;
    }
    nav ::ng-deep .mat-mdc-tab-link-container {
      overflow-x: auto;
      scrollbar-width: none;
    }
    .count {
      margin-inline-start: 6px;
      padding: 0 7px;
      border-radius: 9px;
      font-size: 0.75rem;
      background: var(--mat-sys-surface-container-high);
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class UiTabs {
  readonly tabs = input.required<readonly Tab[]>();
  readonly name = input('');

  private readonly asked = toSignal(inject(ActivatedRoute).queryParamMap.pipe(map((params) => params.get('tab'))));
  protected readonly first = computed(() => this.tabs()[0]?.key ?? '');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly current = computed(() => {
    const asked = this.asked();
    return this.tabs().some((tab) => tab.key === asked) ? (asked ?? '') : this.first();
  });

  constructor() {
    // On a phone the row of tabs is wider than the window: the open one is brought into sight.
    afterRenderEffect(() => {
      this.current();
      this.host.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
    });
  }
}
