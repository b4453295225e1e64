import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router } from '@angular/router';
import { DictionariesClient } from '@api';
import { LanguageSwitch } from '@core/language';
import { act } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFileDrop, UiIcon, UiPageHeader } from '@ui';
import { ImportFindings } from '../parts/import-findings';

const SHOWN = 30;

/** A dictionary comes in: first a look at what it would change, then as a draft. */
@Component({
  selector: 'app-dictionary-import',
  imports: [
    ReactiveFormsModule,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
    ImportFindings,
    UiFieldError,
    UiFileDrop,
    UiIcon,
    UiPageHeader,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './dictionary-import.html',
  styleUrl: './dictionary-import.scss',
})
export class DictionaryImport {
  private readonly api = inject(DictionariesClient);
  private readonly router = inject(Router);
  protected readonly language = inject(LanguageSwitch);
  protected readonly file = signal<File | undefined>(undefined);
  protected readonly isTable = computed(() => /\.(xlsx|csv)$/i.test(this.file()?.name ?? ''));

  protected readonly form = new FormGroup({
    code: new FormControl('', {
      nonNullable: true,
      validators: [Validators.maxLength(60), Validators.pattern('[a-z0-9]+(-[a-z0-9]+)*')],
    }),
    title: new FormControl('', { nonNullable: true, validators: Validators.maxLength(300) }),
    source: new FormControl('', { nonNullable: true, validators: Validators.maxLength(1000) }),
  });

  protected readonly look = act(() => this.send(true), { problems: 'page' });
  protected readonly take = act(() => this.send(false), { done: 'competencies.import.done', problems: 'page' });
  protected readonly found = signal<Awaited<ReturnType<typeof this.look.run>>>(undefined);
  protected readonly problem = computed(() => this.take.problem() ?? this.look.problem());
  protected readonly refusals = computed(() => {
    const language = this.language.current();
    return (this.problem()?.fields ?? []).slice(0, SHOWN).map((field) => field.texts[language] ?? field.texts.id ?? '');
  });
  protected readonly more = computed(() => Math.max(0, (this.problem()?.fields.length ?? 0) - SHOWN));

  protected choose(files: readonly File[]): void {
    this.file.set(files[0]);
    this.forget();
  }

  /** What was found belongs to what was asked; anything changed asks again. */
  protected forget(): void {
    this.found.set(undefined);
    this.look.clear();
    this.take.clear();
  }

  protected async check(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid) return;
    this.take.clear();
    this.found.set(await this.look.run());
  }

  protected async import(): Promise<void> {
    const made = await this.take.run();
    if (made) void this.router.navigate(['/dictionaries', made.code, made.number]);
  }

  private send(dryRun: boolean) {
    const { code, title, source } = this.form.getRawValue();
    const file = this.file();
    // Every part of the form is sent; the API takes an empty one as not given.
    return this.api.importDictionary(
      file && { data: file, fileName: file.name },
      code.trim(),
      title.trim(),
      source.trim(),
      dryRun,
    );
  }
}
