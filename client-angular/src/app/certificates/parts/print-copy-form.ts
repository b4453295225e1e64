import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatProgressBarModule } from '@angular/material/progress-bar';
import { CertificateMailState, PrintStanding } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { formatBytes } from '@core/formats';
import { LanguageSwitch } from '@core/language';
import { Problem, asProblem } from '@core/problem';
import { saveFile } from '@core/save-file';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiProblem } from '@ui';
import { CopyProgress } from '../copy-notes';
import { fetchCopy } from '../print-copy';

/** Says what a print copy will hold and what not, makes it, and shows how far it is. */
@Component({
  selector: 'app-print-copy-form',
  imports: [MatButtonModule, MatCheckboxModule, MatProgressBarModule, TranslocoPipe, UiProblem, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './print-copy-form.html',
  styles: `
    .card {
      margin-bottom: var(--space-5);
      padding: var(--space-4) var(--space-5);
    }
    ul {
      margin: 0;
    }
  `,
})
export class PrintCopyForm {
  readonly batch = input.required<string>();
  readonly standing = input.required<PrintStanding>();
  /** Only these rows; all when empty. */
  readonly positions = input<readonly number[]>([]);
  readonly mail = input<CertificateMailState>();
  readonly closed = output();
  protected readonly bothSides = signal(true);
  protected readonly running = signal(false);
  protected readonly progress = signal<CopyProgress | undefined>(undefined);
  protected readonly done = signal<CopyProgress | undefined>(undefined);
  private readonly language = inject(LanguageSwitch);
  private readonly bytes = signal(0);
  protected readonly size = computed(() => formatBytes(this.bytes(), this.language.current()));
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly share = computed(() => {
    const progress = this.progress();
    return progress ? ((progress.printed + progress.left) / progress.all) * 100 : 0;
  });
  private stop = new AbortController();

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.stop.abort();
    });
  }

  protected async print(): Promise<void> {
    if (this.running()) return;
    this.running.set(true);
    this.problem.set(undefined);
    this.done.set(undefined);
    this.progress.set(undefined);
    this.stop = new AbortController();
    try {
      const file = await fetchCopy(this.address(), (progress) => this.progress.set(progress), this.stop.signal);
      saveFile(file, file.name);
      this.bytes.set(file.size);
      this.done.set(this.progress());
    } catch (error) {
      if (!this.stop.signal.aborted) this.problem.set(asProblem(error));
    } finally {
      this.running.set(false);
    }
  }

  protected cancel(): void {
    if (this.running()) this.stop.abort();
    else this.closed.emit();
  }

  private address(): string {
    const query = new URLSearchParams({ bothSides: `${this.bothSides()}` });
    for (const position of this.positions()) query.append('positions', `${position}`);
    const mail = this.mail();
    if (mail) query.append('mail', mail);
    return `/api/v1/certificate-batches/${this.batch()}/print-copy?${query}`;
  }
}
