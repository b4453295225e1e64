import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { LanguageSwitch } from '@core/language';
import { TranslocoPipe } from '@jsverse/transloco';
import { TemplateDesignerStore } from '../template-designer.store';

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
            {{ picture.name }} ({{ picture.width }} × {{ picture.height }})
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
        accept=".png,.jpg,.jpeg"
        (change)="upload(file)"
      />
      <button matButton type="button" [disabled]="store.uploadPicture.running()" (click)="file.click()">
        {{ 'certificates.designer.uploadPicture' | transloco }}
      </button>
      @if (problem(); as text) {
        <p class="problem bad small" role="alert">{{ text }}</p>
      }
    }
  `,
  styleUrl: './properties.scss',
})
export class PictureChoice {
  readonly label = input.required<string>();
  readonly value = input<string | null>(null);
  readonly chosen = output<string | null>();
  protected readonly store = inject(TemplateDesignerStore);
  private readonly language = inject(LanguageSwitch);

  protected problem(): string | undefined {
    return this.store.uploadPicture.problem()?.text(this.language.current()).detail;
  }

  protected async upload(field: HTMLInputElement): Promise<void> {
    const file = field.files?.[0];
    field.value = '';
    if (!file) return;
    const picture = await this.store.uploadPicture.run(file);
    if (picture) this.chosen.emit(picture.id);
  }
}
