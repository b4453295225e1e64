import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Formats } from '@core/formats';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon } from './icon';

/** Files by drag and drop or by the button; several at once. Says at once what cannot be taken, and why. */
@Component({
  selector: 'ui-file-drop',
  imports: [MatButtonModule, TranslocoPipe, UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div
      class="zone"
      role="group"
      [attr.aria-label]="label()"
      [class.over]="over()"
      (dragover)="drag($event, true)"
      (dragleave)="drag($event, false)"
      (drop)="drop($event)"
    >
      <ui-icon name="upload" [size]="24" />
      <div>
        <strong>{{ label() }}</strong>
        <div class="small muted">
          {{ 'ui.file.limits' | transloco: { types: typeWords(), size: sizeWords() } }}
        </div>
      </div>
      <button matButton="outlined" type="button" [disabled]="disabled()" (click)="choose()">
        {{ (multiple() ? 'ui.file.chooseMany' : 'ui.file.choose') | transloco }}
      </button>
      <input
        #chooser
        class="visually-hidden"
        type="file"
        tabindex="-1"
        aria-hidden="true"
        [accept]="accept()"
        [multiple]="multiple()"
        (change)="chosen()"
      />
    </div>
    <div role="alert">
      @for (refusal of refused(); track refusal.name) {
        <p class="refusal small">
          {{ 'ui.file.' + refusal.why | transloco: { name: refusal.name, size: sizeWords(), types: typeWords() } }}
        </p>
      }
    </div>
  `,
  styles: `
    .zone {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-3) var(--space-4);
      padding: var(--space-4) var(--space-5);
      border: 1.5px dashed var(--mat-sys-outline);
      border-radius: var(--radius);
    }
    .zone > div {
      flex: 1 1 12rem;
    }
    .over {
      border-color: var(--mat-sys-primary);
      background: var(--mat-sys-primary-container);
    }
    .refusal {
      margin: var(--space-2) 0 0;
      color: var(--state-bad);
    }
  `,
})
export class UiFileDrop {
  readonly label = input.required<string>();
  /** As the `accept` attribute: `.csv,.xlsx`. The server looks at the content; this only spares a wasted upload. */
  readonly accept = input('');
  readonly maximumMegabytes = input(20);
  readonly multiple = input(false);
  readonly disabled = input(false);
  readonly files = output<File[]>();

  private readonly formats = inject(Formats);
  private readonly maximumBytes = computed(() => this.maximumMegabytes() * 1024 * 1024);
  private readonly chooser = viewChild.required<ElementRef<HTMLInputElement>>('chooser');
  protected readonly over = signal(false);
  protected readonly refused = signal<readonly { name: string; why: 'tooLarge' | 'wrongType' | 'isEmpty' }[]>([]);
  protected readonly typeWords = computed(() => this.accept().replaceAll('.', '').replaceAll(',', ', ').toUpperCase());
  protected readonly sizeWords = computed(() => this.formats.bytes(this.maximumBytes()));

  protected choose(): void {
    this.chooser().nativeElement.click();
  }

  protected chosen(): void {
    const field = this.chooser().nativeElement;
    this.take([...(field.files ?? [])]);
    field.value = '';
  }

  protected drag(event: DragEvent, over: boolean): void {
    event.preventDefault();
    this.over.set(over && !this.disabled());
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    if (!this.disabled()) this.take([...(event.dataTransfer?.files ?? [])]);
  }

  private take(all: File[]): void {
    const some = this.multiple() ? all : all.slice(0, 1);
    const types = this.accept().toLowerCase().split(',').filter(Boolean);
    const judged = some.map((file) => ({ file, why: this.refusal(file, types) }));
    this.refused.set(judged.flatMap(({ file, why }) => (why ? [{ name: file.name, why }] : [])));
    const good = judged.filter(({ why }) => !why).map(({ file }) => file);
    if (good.length > 0) this.files.emit(good);
  }

  private refusal(file: File, types: string[]): 'tooLarge' | 'wrongType' | 'isEmpty' | undefined {
    if (file.size === 0) return 'isEmpty';
    if (file.size > this.maximumBytes()) return 'tooLarge';
    return types.length > 0 && !types.some((type) => file.name.toLowerCase().endsWith(type)) ? 'wrongType' : undefined;
  }
}
