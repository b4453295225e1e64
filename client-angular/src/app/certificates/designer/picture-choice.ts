import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { LanguageSwitch } from '@core/language';
import { TranslocoPipe } from '@jsverse/transloco';
import { TemplateDesignerStore } from '../template-designer.store';

const PAGE_CHOICE: readonly string[] = ['certificate_picture.page_needed', 'certificate_picture.page_missing'];

/** One of the pictures that were uploaded for templates, or a new one. */
@Component({
  selector: 'app-picture-choice',
  imports: [MatButtonModule, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label class="native">
      <span>{{ label() }}</span>
      <select
        #choice
        [disabled]="!store.canEdit()"
        [value]="value() ?? ''"
        (change)="chosen.emit(choice.value || null)"
      >
        <option value="">{{ 'certificates.designer.noPicture' | transloco }}</option>
        @for (picture of store.pictures.value() ?? []; track picture.id) {
          <option [value]="picture.id" [selected]="picture.id === value()">
            {{ picture.name }} ({{ picture.width }} × {{ picture.height }}{{ picture.isPage ? ' mm' : '' }})
          </option>
        }
      </select>
    </label>
    @if (store.canEdit()) {
      <input
        #file
        class="visually-hidden"
        type="file"
        tabindex="-1"
        aria-hidden="true"
        accept=".png,.jpg,.jpeg,.pdf"
        (change)="upload(file)"
      />
      <button matButton type="button" [disabled]="store.uploadPicture.running()" (click)="file.click()">
        {{ 'certificates.designer.uploadPicture' | transloco }}
      </button>
      @if (problem(); as text) {
        <p class="problem small" [class.bad]="!waiting()" role="alert">{{ text }}</p>
      }
      @if (waiting()) {
        <form class="page row" (submit)="$event.preventDefault(); choose(page.valueAsNumber)">
          <label class="native">
            <span>{{ 'certificates.designer.pageOfPdf' | transloco }}</span>
            <input #page type="number" min="1" value="1" required />
          </label>
          <button matButton="tonal" type="submit" [disabled]="store.uploadPicture.running()">
            {{ 'certificates.designer.takePage' | transloco }}
          </button>
        </form>
      }
    }
  `,
  styleUrl: './properties.scss',
  styles: `
    .page {
      align-items: end;
    }
  `,
})
export class PictureChoice {
  readonly label = input.required<string>();
  readonly value = input<string | null>(null);
  readonly chosen = output<string | null>();
  protected readonly store = inject(TemplateDesignerStore);
  private readonly language = inject(LanguageSwitch);

  /** A PDF of several pages, until one of them is chosen. */
  protected readonly waiting = signal<File | undefined>(undefined);
  /** Two of these stand side by side and share the store: each tells of its own upload only. */
  protected readonly problem = signal<string | undefined>(undefined);

  protected async upload(field: HTMLInputElement): Promise<void> {
    const file = field.files?.[0];
    field.value = '';
    if (file) await this.send(file, undefined);
  }

  protected async choose(page: number): Promise<void> {
    const file = this.waiting();
    if (file && page >= 1) await this.send(file, page);
  }

  private async send(file: File, page: number | undefined): Promise<void> {
    const picture = await this.store.uploadPicture.run(file, page);
    const refused = picture ? undefined : this.store.uploadPicture.problem();
    this.waiting.set(refused && PAGE_CHOICE.includes(refused.code) ? file : undefined);
    this.problem.set(refused?.text(this.language.current()).detail);
    if (picture) this.chosen.emit(picture.id);
  }
}
