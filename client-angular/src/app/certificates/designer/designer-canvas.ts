import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { DrawnShape } from '@api';
import { TranslocoPipe } from '@jsverse/transloco';
import { TemplateDesignerStore } from '../template-designer.store';
import { Block, Design, LEAST, POINT, sheetOf, tidy } from './design';
import { PagePictures } from './page-pictures';
import { Guides, linesOf, snapMove, snapSize } from './snapping';

/** How near, in pixels of the screen, a line catches what is dragged. */
const CATCH = 6;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Drag {
  readonly block: Block;
  readonly sizing: boolean;
  readonly x: number;
  readonly y: number;
}

/** The page as it is printed, with a frame on every block: to be dragged, or moved with the arrow keys. */
@Component({
  selector: 'app-designer-canvas',
  imports: [NgTemplateOutlet, TranslocoPipe],
  providers: [PagePictures],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './designer-canvas.html',
  styleUrl: './designer-canvas.scss',
})
export class DesignerCanvas {
  readonly design = input.required<Design>();
  readonly nameOf = input.required<(block: Block) => string>();
  protected readonly store = inject(TemplateDesignerStore);
  private readonly pagePictures = inject(PagePictures);
  private readonly paper = viewChild<ElementRef<HTMLElement>>('paper');

  protected readonly POINT = POINT;
  protected readonly guides = signal<Guides>({});
  private drag: Drag | undefined;

  protected readonly sheet = computed(() => sheetOf(this.design()));
  protected readonly blocks = computed(() => this.design().blocks.filter((block) => block.page === this.store.page()));
  protected readonly wrong = computed(() => {
    const worst = new Map<string, string>();
    for (const problem of this.store.problems())
      if (problem.blockId && worst.get(problem.blockId) !== 'error') worst.set(problem.blockId, problem.severity);
    return worst;
  });
  /** Pages to show: the first, or the second with those that go on after it. */
  protected readonly pages = computed(() => {
    const drawn = this.store.preview.value()?.pages ?? [];
    const shown = this.store.page() === 1 ? drawn.slice(0, 1) : drawn.slice(1);
    return shown.map((page) => grouped(page.shapes));
  });

  /** What was moved since the drawing was made is shown moved; its letters follow a moment later. */
  protected moved(blockId: string | null): string | null {
    const now = this.store.design()?.blocks.find((block) => block.id === blockId);
    const then = this.store.drawn()?.blocks.find((block) => block.id === blockId);
    if (!now || !then || (now.x === then.x && now.y === then.y)) return null;
    return `translate(${(now.x - then.x) * POINT} ${(now.y - then.y) * POINT})`;
  }

  protected pictureOf(shape: DrawnShape): string | null {
    if (!shape.picture) return '/api/v1/institution/logo';
    const known = this.store.pictures.value()?.find((picture) => picture.id === shape.picture);
    return known?.isPage ? this.pagePictures.of(shape.picture) : `/api/v1/certificate-pictures/${shape.picture}/file`;
  }

  protected press(event: PointerEvent, block: Block, sizing: boolean): void {
    if (event.button !== 0) return;
    this.store.select(block);
    if (!this.store.canEdit()) return;
    event.stopPropagation();
    (event.target as HTMLElement).setPointerCapture(event.pointerId);
    this.drag = { block, sizing, x: event.clientX, y: event.clientY };
  }

  protected move(event: PointerEvent): void {
    const paper = this.paper()?.nativeElement;
    if (!this.drag || !paper) return;
    const { block, sizing } = this.drag;
    const perPixel = this.sheet().width / paper.getBoundingClientRect().width;
    const [dx, dy] = [(event.clientX - this.drag.x) * perPixel, (event.clientY - this.drag.y) * perPixel];
    // A click that trembles is no drag.
    if (Math.hypot(event.clientX - this.drag.x, event.clientY - this.drag.y) < 3 && !this.guides().x) return;
    const wanted = sizing
      ? { ...box(block), width: Math.max(LEAST, block.width + dx), height: Math.max(LEAST, block.height + dy) }
      : { ...box(block), x: block.x + dx, y: block.y + dy };
    const others = this.blocks().filter((other) => other.id !== block.id);
    const lines = linesOf(this.sheet(), this.design().margin, others);
    const reach = event.altKey ? 0 : CATCH * perPixel;
    const { guides, ...found } = sizing ? snapSize(wanted, lines, reach) : snapMove(wanted, lines, reach);
    this.guides.set(guides);
    this.store.changeBlock(
      block.id,
      { x: tidy(found.x), y: tidy(found.y), width: tidy(found.width), height: tidy(found.height) },
      `drag-${block.id}`,
    );
  }

  protected release(): void {
    this.drag = undefined;
    this.guides.set({});
    this.store.settle();
  }

  protected key(event: KeyboardEvent, block: Block): void {
    const arrow = ARROWS[event.key];
    if (arrow && this.store.canEdit()) {
      const step = event.shiftKey ? 0.1 : 1;
      const [dx, dy] = [arrow[0] * step, arrow[1] * step];
      const next =
        event.altKey || event.ctrlKey || event.metaKey
          ? { width: tidy(Math.max(LEAST, block.width + dx)), height: tidy(Math.max(LEAST, block.height + dy)) }
          : { x: tidy(block.x + dx), y: tidy(block.y + dy) };
      this.store.changeBlock(block.id, next, `keys-${block.id}`);
      event.preventDefault();
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && this.store.canEdit()) {
      this.store.removeBlock(block.id);
      this.paper()?.nativeElement.focus();
      event.preventDefault();
    } else if (event.key === 'Escape') {
      this.store.select(undefined);
    }
  }
}

function box(block: Block): { x: number; y: number; width: number; height: number } {
  return { x: block.x, y: block.y, width: block.width, height: block.height };
}

/** Shapes of one block that follow each other move together. */
function grouped(shapes: readonly DrawnShape[]): { block: string | null; shapes: DrawnShape[] }[] {
  const groups: { block: string | null; shapes: DrawnShape[] }[] = [];
  for (const shape of shapes) {
    const block = shape.blockId ?? null;
    const last = groups.at(-1);
    if (last && last.block === block) last.shapes.push(shape);
    else groups.push({ block, shapes: [shape] });
  }
  return groups;
}
