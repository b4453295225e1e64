import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import { BlockKind } from '@api';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { UiIcon } from '@ui';
import { TemplateDesignerStore } from '../template-designer.store';
import { Block, KINDS, copyOf, newBlock } from './design';

/** The blocks of a page in the order in which they are read aloud; what adorns lies under them in any case. */
@Component({
  selector: 'app-block-list',
  imports: [MatButtonModule, MatMenuModule, TranslocoPipe, UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="row head">
      <h2 class="grow">{{ 'certificates.designer.blocks' | transloco }}</h2>
      @if (store.canEdit()) {
        <button matButton type="button" [matMenuTriggerFor]="kinds">
          <ui-icon name="plus" [size]="18" /> {{ 'certificates.designer.add' | transloco }}
        </button>
        <mat-menu #kinds="matMenu">
          @for (kind of KINDS; track kind) {
            <button mat-menu-item type="button" (click)="add(kind)">
              {{ 'certificates.designer.kind.' + kind | transloco }}
            </button>
          }
        </mat-menu>
      }
    </div>
    <ol>
      @for (block of blocks(); track block.id) {
        <li [class.selected]="block.id === store.selectedId()">
          <button
            type="button"
            class="name"
            [attr.aria-pressed]="block.id === store.selectedId()"
            (click)="store.select(block)"
          >
            @switch (worst().get(block.id)) {
              @case ('error') {
                <ui-icon name="state-bad" [size]="16" class="bad" />
                <span class="visually-hidden">{{ 'certificates.designer.error' | transloco }}: </span>
              }
              @case ('warning') {
                <ui-icon name="state-warn" [size]="16" class="warn" />
                <span class="visually-hidden">{{ 'certificates.designer.warning' | transloco }}: </span>
              }
            }
            <span class="words">{{ nameOf()(block) }}</span>
          </button>
          @if (block.id === store.selectedId() && store.canEdit()) {
            <div class="row tools">
              <button
                matIconButton
                type="button"
                [attr.aria-label]="'certificates.designer.earlier' | transloco"
                (click)="store.reorder(block.id, -1)"
              >
                <ui-icon name="arrow-up" [size]="18" />
              </button>
              <button
                matIconButton
                type="button"
                [attr.aria-label]="'certificates.designer.later' | transloco"
                (click)="store.reorder(block.id, 1)"
              >
                <ui-icon name="arrow-down" [size]="18" />
              </button>
              <button
                matIconButton
                type="button"
                [attr.aria-label]="'certificates.designer.copy' | transloco"
                (click)="copy(block)"
              >
                <ui-icon name="copy" [size]="18" />
              </button>
              <button
                matIconButton
                type="button"
                [attr.aria-label]="'certificates.designer.remove' | transloco"
                (click)="store.removeBlock(block.id)"
              >
                <ui-icon name="delete" [size]="18" />
              </button>
            </div>
          }
        </li>
      } @empty {
        <li class="muted small empty">{{ 'certificates.designer.noBlocks' | transloco }}</li>
      }
    </ol>
  `,
  styles: `
    h2 {
      margin: 0;
      font-size: var(--text-reading, 1rem);
    }
    ol {
      margin: var(--space-2) 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      border-radius: var(--radius);
    }
    li.selected {
      background: var(--mat-sys-surface-container-high);
    }
    .name {
      display: flex;
      gap: var(--space-2);
      align-items: center;
      width: 100%;
      min-height: 36px;
      padding: var(--space-1) var(--space-2);
      border: 0;
      border-radius: var(--radius);
      background: transparent;
      color: inherit;
      font: inherit;
      font-size: var(--text-table);
      text-align: start;
      cursor: pointer;
    }
    .words {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .bad {
      color: var(--state-bad);
    }
    .warn {
      color: var(--state-warn);
    }
    .tools {
      padding-inline: var(--space-1);
    }
    .empty {
      padding: var(--space-2);
    }
  `,
})
export class BlockList {
  readonly nameOf = input.required<(block: Block) => string>();
  protected readonly store = inject(TemplateDesignerStore);
  private readonly transloco = inject(TranslocoService);
  protected readonly KINDS = KINDS;

  protected readonly blocks = computed(() =>
    (this.store.design()?.blocks ?? []).filter((block) => block.page === this.store.page()),
  );
  protected readonly worst = computed(() => {
    const worst = new Map<string, string>();
    for (const problem of this.store.problems())
      if (problem.blockId && worst.get(problem.blockId) !== 'error') worst.set(problem.blockId, problem.severity);
    return worst;
  });

  protected add(kind: BlockKind): void {
    const design = this.store.design();
    if (!design) return;
    const text = this.transloco.translate<string>('certificates.designer.newText');
    this.store.addBlock(newBlock(kind, this.store.page(), design, text));
  }

  protected copy(block: Block): void {
    const design = this.store.design();
    if (design) this.store.addBlock(copyOf(block, design));
  }
}
