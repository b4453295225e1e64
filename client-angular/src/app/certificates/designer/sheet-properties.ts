import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { PaperOrientation, PaperSize } from '@api';
import { LanguageSwitch } from '@core/language';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFileDrop } from '@ui';
import { TemplateDesignerStore } from '../template-designer.store';
import { Design } from './design';
import { PictureChoice } from './picture-choice';

/** What concerns the whole template: paper, backgrounds, and the fonts at hand. */
@Component({
  selector: 'app-sheet-properties',
  imports: [
    ReactiveFormsModule,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
    PictureChoice,
    UiFileDrop,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2>{{ 'certificates.designer.sheet' | transloco }}</h2>
    <div class="form">
      <div class="pair">
        <label class="native">
          <span>{{ 'certificates.designer.paper' | transloco }}</span>
          <select #paper [disabled]="!store.canEdit()" (change)="store.change({ paper: asPaper(paper.value) })">
            @for (size of papers; track size) {
              <option [value]="size" [selected]="size === design().paper">
                {{ 'certificates.designer.papers.' + size | transloco }}
              </option>
            }
          </select>
        </label>
        <label class="native">
          <span>{{ 'certificates.designer.orientation' | transloco }}</span>
          <select #way [disabled]="!store.canEdit()" (change)="store.change({ orientation: asWay(way.value) })">
            @for (one of ways; track one) {
              <option [value]="one" [selected]="one === design().orientation">
                {{ 'certificates.designer.' + one | transloco }}
              </option>
            }
          </select>
        </label>
      </div>
      <label class="native">
        <span>{{ 'certificates.designer.margin' | transloco }}</span>
        <input
          #margin
          type="number"
          min="0"
          max="60"
          step="1"
          [disabled]="!store.canEdit()"
          [value]="design().margin"
          (change)="setMargin(margin.valueAsNumber)"
        />
      </label>
      <app-picture-choice
        [label]="'certificates.designer.background' | transloco"
        [value]="design().background"
        (chosen)="store.change({ background: $event })"
      />
      <app-picture-choice
        [label]="'certificates.designer.backgroundOfSecond' | transloco"
        [value]="design().backgroundOfSecond"
        (chosen)="store.change({ backgroundOfSecond: $event })"
      />
      <p class="small muted">{{ 'certificates.designer.backgroundHelp' | transloco }}</p>
    </div>

    <h2>{{ 'certificates.designer.fonts' | transloco }}</h2>
    <ul class="small">
      @for (font of store.fonts.value() ?? []; track font.code) {
        <li>
          {{ font.name }} <span class="muted">· {{ font.licence }}</span>
        </li>
      }
    </ul>
    @if (store.canEdit()) {
      <div class="form">
        <mat-form-field>
          <mat-label>{{ 'certificates.designer.licence' | transloco }}</mat-label>
          <input matInput [formControl]="licence" maxlength="1000" />
          <mat-hint>{{ 'certificates.designer.licenceHelp' | transloco }}</mat-hint>
        </mat-form-field>
        <ui-file-drop
          accept=".ttf,.otf"
          [label]="'certificates.designer.uploadFont' | transloco"
          [maximumMegabytes]="5"
          [disabled]="store.uploadFont.running()"
          (files)="upload($event)"
        />
        @if (problem(); as text) {
          <p class="problem bad small" role="alert">{{ text }}</p>
        }
      </div>
    }
  `,
  styleUrl: './properties.scss',
  styles: `
    h2:not(:first-child) {
      margin-top: var(--space-5);
    }
    ul {
      margin: 0 0 var(--space-3);
      padding-inline-start: var(--space-4);
    }
  `,
})
export class SheetProperties {
  readonly design = input.required<Design>();
  protected readonly store = inject(TemplateDesignerStore);
  private readonly language = inject(LanguageSwitch);
  protected readonly papers: readonly PaperSize[] = ['a4', 'folio', 'letter'];
  protected readonly ways: readonly PaperOrientation[] = ['landscape', 'portrait'];
  protected readonly licence = new FormControl('', { nonNullable: true });
  protected readonly problem = signal<string | undefined>(undefined);

  protected asPaper(value: string): PaperSize {
    return value as PaperSize;
  }

  protected asWay(value: string): PaperOrientation {
    return value as PaperOrientation;
  }

  protected setMargin(margin: number): void {
    if (margin >= 0 && margin <= 60) this.store.change({ margin });
  }

  protected async upload(files: readonly File[]): Promise<void> {
    const file = files[0];
    if (!file) return;
    const done = await this.store.uploadFont.run(file, this.licence.value);
    this.problem.set(this.store.uploadFont.problem()?.text(this.language.current()).detail);
    if (done) this.licence.setValue('');
  }
}
