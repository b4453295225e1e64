import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { OrnamentKind, TextAlign, VerticalAlign } from '@api';
import { Formats } from '@core/formats';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { TemplateDesignerStore } from '../template-designer.store';
import { Block, tidy } from './design';
import { PictureChoice } from './picture-choice';

const NUMBERS = ['x', 'y', 'width', 'height', 'size', 'minimumSize', 'lineHeight', 'tracking', 'thickness'] as const;
const LIMITS: Readonly<Record<(typeof NUMBERS)[number], readonly [number, number]>> = {
  x: [-500, 500],
  y: [-500, 500],
  width: [0, 500],
  height: [0, 500],
  size: [4, 120],
  minimumSize: [4, 120],
  lineHeight: [0.8, 3],
  tracking: [-50, 1000],
  thickness: [0.1, 20],
};

/** Everything of the chosen block in numbers and words: what the mouse does can be done here too. */
@Component({
  selector: 'app-block-properties',
  imports: [
    ReactiveFormsModule,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    MatSelectModule,
    LocalTextPipe,
    TranslocoPipe,
    PictureChoice,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './block-properties.html',
  styleUrl: './properties.scss',
})
export class BlockProperties {
  protected readonly store = inject(TemplateDesignerStore);
  protected readonly formats = inject(Formats);
  private readonly builder = inject(NonNullableFormBuilder);
  private readonly words = viewChild<ElementRef<HTMLTextAreaElement>>('words');
  protected readonly places = ['x', 'y', 'width', 'height'] as const;
  protected readonly aligns: readonly TextAlign[] = ['left', 'centre', 'right', 'justify'];
  protected readonly verticals: readonly VerticalAlign[] = ['top', 'middle', 'bottom'];
  protected readonly ornaments: readonly OrnamentKind[] = ['frame', 'guilloche', 'kawung', 'divider'];
  protected readonly form = this.builder.group({
    x: 0,
    y: 0,
    width: 0,
    height: 0,
    size: 12,
    minimumSize: 8,
    lineHeight: 1.2,
    tracking: 0,
    thickness: 0.8,
    text: '',
    font: '',
    colour: '#17324D',
    align: this.builder.control<TextAlign>('centre'),
    vertical: this.builder.control<VerticalAlign>('middle'),
    ornament: this.builder.control<OrnamentKind>('frame'),
    signer: '',
  });

  protected readonly problems = computed(() =>
    this.store.problems().filter((problem) => problem.blockId === this.store.selectedId()),
  );
  protected readonly fitted = computed(() =>
    this.store.preview.value()?.texts.find((text) => text.blockId === this.store.selectedId()),
  );

  constructor() {
    effect(() => {
      const block = this.store.selected();
      if (block) untracked(() => this.show(block));
    });
    effect(() => {
      if (this.store.canEdit()) this.form.enable({ emitEvent: false });
      else this.form.disable({ emitEvent: false });
    });
    this.form.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => this.take());
  }

  protected setPicture(picture: string | null): void {
    const block = this.store.selected();
    if (block) this.store.changeBlock(block.id, { picture });
  }

  protected insert(field: string): void {
    const area = this.words()?.nativeElement;
    if (!field || !area) return;
    const text = this.form.controls.text.value;
    const at = area.selectionStart ?? text.length;
    this.form.controls.text.setValue(`${text.slice(0, at)}{${field}}${text.slice(area.selectionEnd ?? at)}`);
    area.focus();
    area.setSelectionRange(at + field.length + 2, at + field.length + 2);
  }

  /** What is being typed is not typed over: "1." would become "1". */
  private show(block: Block): void {
    const value = this.form.getRawValue();
    const next = {
      ...block,
      text: block.text ?? '',
      font: block.font ?? 'noto-sans',
      signer: block.signer ?? '',
    };
    const changed = Object.keys(value).filter(
      (key) => value[key as keyof typeof value] !== next[key as keyof typeof next],
    );
    if (changed.length > 0)
      this.form.patchValue(Object.fromEntries(changed.map((key) => [key, next[key as keyof typeof next]])), {
        emitEvent: false,
      });
  }

  private take(): void {
    const block = this.store.selected();
    if (!block) return;
    const value = this.form.getRawValue();
    const next: Partial<Block> = {
      text: block.kind === 'text' ? value.text : block.text,
      font: block.kind === 'text' || block.kind === 'subjects' ? value.font : block.font,
      colour: value.colour.toUpperCase(),
      align: value.align,
      vertical: value.vertical,
      ornament: value.ornament,
      signer: value.signer || null,
    };
    for (const key of NUMBERS) {
      const [least, most] = LIMITS[key];
      const number = Number(value[key]);
      if (value[key] !== null && Number.isFinite(number) && number >= least && number <= most) next[key] = tidy(number);
    }
    this.store.changeBlock(block.id, next, `form-${block.id}`);
  }
}
