import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { CertificateTemplatesClient, TemplateDocument, TemplateSample } from '@api';
import { act, loaded } from '@core/load';
import { Block, Design } from './designer/design';
import { DesignHistory } from './designer/design-history';

const DRAW_AFTER = 160;
const SAVE_AFTER = 1200;

/** One template while it is designed: its draft with undo, the drawing the server makes of it, and saving by itself. */
@Injectable()
export class TemplateDesignerStore {
  private readonly api = inject(CertificateTemplatesClient);
  private readonly history = new DesignHistory<Design>();
  private saved: Design | undefined;
  private drawing: Design | undefined;

  readonly template = loaded((id: string) => this.api.getCertificateTemplate(id, undefined));
  readonly fields = loaded(() => this.api.listTemplateFields());
  readonly fonts = loaded(() => this.api.listFonts());
  readonly pictures = loaded(() => this.api.listCertificatePictures());
  readonly preview = loaded((design: Design, sample: TemplateSample) =>
    this.api.previewCertificateTemplate({ document: design as TemplateDocument, sample }),
  );
  readonly save = act(
    (id: string, name: string, design: Design, version: number) =>
      this.api.updateCertificateTemplate(id, { name, document: design as TemplateDocument }, `"${version}"`),
    { problems: 'page' },
  );
  readonly publish = act((id: string, version: number) => this.api.publishCertificateTemplate(id, `"${version}"`), {
    done: 'certificates.templates.published',
    then: () => this.template.reload(),
  });
  readonly uploadFont = act(
    (file: File, licence: string) => this.api.uploadFont({ data: file, fileName: file.name }, licence),
    { done: 'certificates.templates.fontUploaded', problems: 'page', then: () => this.fonts.reload() },
  );
  readonly uploadPicture = act(
    (file: File, page: number | undefined) =>
      this.api.uploadCertificatePicture({ data: file, fileName: file.name }, page),
    { problems: 'page', then: () => this.pictures.reload() },
  );

  readonly design = this.history.value;
  readonly canUndo = this.history.canUndo;
  readonly canRedo = this.history.canRedo;
  readonly name = signal('');
  readonly sample = signal<TemplateSample>('ordinary');
  readonly page = signal(1);
  readonly selectedId = signal<string | undefined>(undefined);
  readonly savedAt = signal<Date | undefined>(undefined);
  /** The design that the shown drawing was made of: what was moved since is shown moved. */
  readonly drawn = signal<Design | undefined>(undefined);
  readonly selected = computed(() => this.design()?.blocks.find((block) => block.id === this.selectedId()));
  readonly canEdit = computed(() => this.template.value()?.canEdit ?? false);
  readonly problems = computed(() => this.preview.value()?.problems ?? []);
  readonly errorCount = computed(() => this.problems().filter((problem) => problem.severity === 'error').length);
  readonly dirty = signal(false);

  constructor() {
    effect(() => {
      const template = this.template.value();
      if (template) untracked(() => this.adopt(template.name, template.document as Design));
    });
    effect((onCleanup) => {
      const [design, sample] = [this.design(), this.sample()];
      if (!design) return;
      const timer = setTimeout(
        () => {
          this.drawing = design;
          this.preview.load(design, sample);
        },
        untracked(this.preview.value) ? DRAW_AFTER : 0,
      );
      onCleanup(() => clearTimeout(timer));
    });
    effect(() => {
      if (this.preview.value()) this.drawn.set(this.drawing);
    });
    effect((onCleanup) => {
      const [design, name] = [this.design(), this.name()];
      const template = untracked(this.template.value);
      if (!design || !template?.canEdit || (design === this.saved && name === template.name)) return;
      this.dirty.set(true);
      const timer = setTimeout(() => void this.saveNow(), SAVE_AFTER);
      onCleanup(() => clearTimeout(timer));
    });
  }

  change(next: Partial<Design>, gesture?: string): void {
    const design = this.design();
    if (design && this.canEdit()) this.history.change({ ...design, ...next }, gesture);
  }

  changeBlock(id: string, next: Partial<Block>, gesture?: string): void {
    const blocks = this.design()?.blocks;
    if (blocks)
      this.change({ blocks: blocks.map((block) => (block.id === id ? { ...block, ...next } : block)) }, gesture);
  }

  addBlock(block: Block): void {
    this.change({ blocks: [...(this.design()?.blocks ?? []), block] });
    this.select(block);
  }

  removeBlock(id: string): void {
    this.change({ blocks: (this.design()?.blocks ?? []).filter((block) => block.id !== id) });
    if (this.selectedId() === id) this.selectedId.set(undefined);
  }

  /** Earlier (-1) or later (1) in the order in which blocks are read and drawn, among those of its page. */
  reorder(id: string, by: number): void {
    const blocks = [...(this.design()?.blocks ?? [])];
    const from = blocks.findIndex((block) => block.id === id);
    const moved = blocks[from];
    let to = from + by;
    while (blocks[to] !== undefined && blocks[to]?.page !== moved?.page) to += by;
    const other = blocks[to];
    if (!moved || !other) return;
    [blocks[from], blocks[to]] = [other, moved];
    this.change({ blocks });
  }

  select(block: Block | undefined): void {
    this.selectedId.set(block?.id);
    if (block) this.page.set(block.page);
    this.settle();
  }

  settle(): void {
    this.history.settle();
  }

  undo(): void {
    this.history.undo();
  }

  redo(): void {
    this.history.redo();
  }

  /** True when everything typed is on the server. */
  async saveNow(): Promise<boolean> {
    const [template, design, name] = [this.template.value(), this.design(), this.name()];
    if (!template || !design || !this.dirty()) return !this.dirty();
    if (!name.trim()) return false;
    const saved = await this.save.run(template.id, name, design, template.version);
    if (!saved) return false;
    this.saved = design;
    this.savedAt.set(new Date(saved.changedAt));
    if (this.design() === design && this.name() === name) this.dirty.set(false);
    const versioned = this.template.value();
    if (versioned)
      this.template.set({
        ...versioned,
        name,
        version: saved.version,
        hasChanges: saved.hasChanges,
        canPublish: saved.hasChanges,
      });
    return true;
  }

  /** Somebody else saved first: what they made takes the place of what was changed here. */
  takeTheirs(): void {
    this.saved = undefined;
    this.save.clear();
    this.dirty.set(false);
    this.template.reload();
  }

  /** After a reload the typed text stays: only another template, or the first load, begins anew. */
  private adopt(name: string, document: Design): void {
    if (this.design() && this.saved) return;
    this.saved = document;
    this.name.set(name);
    this.history.begin(document);
  }
}
