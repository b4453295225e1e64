import {
  ChangeDetectionStrategy,
  Component,
  HostListener,
  computed,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import { Router } from '@angular/router';
import { CertificateTemplatesClient, TemplateSample } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { act } from '@core/load';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiIcon, UiPageHeader, UiProblem, UiState, UiWaiting, isTyping } from '@ui';
import { BlockList } from '../designer/block-list';
import { BlockProperties } from '../designer/block-properties';
import { Block, Design, copyOf } from '../designer/design';
import { DesignProblems } from '../designer/design-problems';
import { DesignerCanvas } from '../designer/designer-canvas';
import { SheetProperties } from '../designer/sheet-properties';
import { TemplateVersions } from '../parts/template-versions';
import { TemplateDesignerStore } from '../template-designer.store';

const ZOOMS = [50, 75, 100, 150, 200, 300];

/** The desk where a certificate template is designed: blocks left, the paper in the middle, numbers right. */
@Component({
  selector: 'app-template-designer',
  imports: [
    FormsModule,
    MatButtonModule,
    MatMenuModule,
    TranslocoPipe,
    BlockList,
    BlockProperties,
    DesignProblems,
    DesignerCanvas,
    SheetProperties,
    TemplateVersions,
    UiIcon,
    UiPageHeader,
    UiProblem,
    UiState,
    UiWaiting,
    ...FORMAT_PIPES,
  ],
  providers: [TemplateDesignerStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './template-designer.html',
  styleUrl: './template-designer.scss',
})
export class TemplateDesigner {
  readonly id = input.required<string>();
  protected readonly store = inject(TemplateDesignerStore);
  private readonly api = inject(CertificateTemplatesClient);
  private readonly confirm = inject(Confirm);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);

  protected readonly samples: readonly TemplateSample[] = ['ordinary', 'longestNames', 'foreigner', 'manySubjects'];
  protected readonly zooms = ZOOMS;
  protected readonly zoom = signal(100);
  protected readonly duplicate = act(
    (name: string) => this.api.duplicateCertificateTemplate(this.id(), { name, number: null }),
    { then: (made) => void this.router.navigate(['/certificate-templates', made.id]) },
  );
  protected readonly paperLink = computed(
    () => `/api/v1/certificate-templates/${this.id()}/paper?sample=${this.store.sample()}`,
  );
  protected readonly loose = computed(() => this.store.problems().filter((problem) => !problem.blockId));
  protected readonly nameOf = (block: Block): string => this.describe(block);

  constructor() {
    this.store.fields.load();
    this.store.fonts.load();
    this.store.pictures.load();
    effect(() => this.store.template.load(this.id()));
  }

  @HostListener('window:beforeunload', ['$event'])
  protected leaving(event: BeforeUnloadEvent): void {
    if (this.store.dirty()) event.preventDefault();
  }

  @HostListener('document:keydown', ['$event'])
  protected shortcut(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    const [block, design] = [this.store.selected(), this.store.design()];
    if (key === 'z' && !event.shiftKey) this.store.undo();
    else if (key === 'y' || key === 'z') this.store.redo();
    else if (key === 'd' && block && design) this.store.addBlock(copyOf(block, design));
    else return;
    event.preventDefault();
  }

  protected blockOf(id: string | null | undefined): Block | undefined {
    return this.store.design()?.blocks.find((block) => block.id === id);
  }

  protected go(id: string | null | undefined): void {
    this.store.select(this.blockOf(id));
  }

  protected async publish(): Promise<void> {
    if (!(await this.store.saveNow())) return;
    const template = this.store.template.value();
    if (!template) return;
    const number = (template.versions[0]?.number ?? 0) + 1;
    const sure = await this.confirm.ask({
      title: this.transloco.translate('certificates.templates.publishTitle', { number }),
      text: this.transloco.translate(
        template.assigned ? 'certificates.templates.publishServing' : 'certificates.templates.publishText',
      ),
      action: this.transloco.translate('certificates.templates.publish'),
    });
    if (sure) await this.store.publish.run(template.id, this.store.template.value()?.version ?? template.version);
  }

  protected copy(): void {
    const name = this.transloco.translate<string>('certificates.templates.copyName', { name: this.store.name() });
    void this.duplicate.run(name.slice(0, 120));
  }

  /** The draft becomes as a version was; undo brings it back. */
  protected async restore(number: number): Promise<void> {
    const sure = await this.confirm.ask({
      title: this.transloco.translate('certificates.templates.restoreTitle', { number }),
      text: this.transloco.translate('certificates.templates.restoreText'),
      action: this.transloco.translate('certificates.templates.restore'),
    });
    if (!sure) return;
    this.api.getCertificateTemplate(this.id(), number).subscribe((version) => {
      this.store.change(version.document as Design);
    });
  }

  private describe(block: Block): string {
    const kind = this.transloco.translate<string>(`certificates.designer.kind.${block.kind}`);
    if (block.kind === 'text') return block.text?.replaceAll('\n', ' ').trim() || kind;
    if (block.kind === 'ornament')
      return this.transloco.translate<string>(`certificates.designer.ornamentKind.${block.ornament}`);
    return kind;
  }
}
