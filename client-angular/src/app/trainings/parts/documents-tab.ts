import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatProgressBarModule } from '@angular/material/progress-bar';
import { MatSelectModule } from '@angular/material/select';
import { DocumentKind, DocumentView, TrainingsClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { LanguageSwitch } from '@core/language';
import { act, loaded } from '@core/load';
import { asProblem } from '@core/problem';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiEmpty, UiFileDrop, UiIcon, UiProblem, UiState, UiWaiting } from '@ui';
import { firstValueFrom } from 'rxjs';
import { DOCUMENT_KINDS } from '../training-words';
import { DocumentPreview } from './document-preview';

interface Refusal {
  readonly name: string;
  readonly text: string;
}

/** Papers of a training: what is needed when, files by drag and drop, a look without a download. */
@Component({
  selector: 'app-documents-tab',
  imports: [
    FORMAT_PIPES,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    MatProgressBarModule,
    MatSelectModule,
    ReactiveFormsModule,
    TranslocoPipe,
    UiEmpty,
    UiFileDrop,
    UiIcon,
    UiProblem,
    UiState,
    UiWaiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './documents-tab.html',
  styleUrl: './documents-tab.scss',
})
export class DocumentsTab {
  readonly trainingId = input.required<string>();
  readonly changed = output();

  private readonly api = inject(TrainingsClient);
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageSwitch);
  protected readonly formats = inject(Formats);

  protected readonly kinds = DOCUMENT_KINDS;
  protected readonly kind = new FormControl<DocumentKind>('tor', { nonNullable: true });
  protected readonly number = new FormControl('', { nonNullable: true });
  protected readonly list = loaded((id: string) => this.api.listDocuments(id));
  protected readonly annex = computed(() => `/api/v1/trainings/${this.trainingId()}/documents/participant-annex`);
  protected readonly sending = signal(0);
  protected readonly refused = signal<readonly Refusal[]>([]);
  protected readonly missing = computed(
    () =>
      new Set(
        this.list
          .value()
          ?.checklist.filter((line) => !line.present)
          .map((line) => line.kind),
      ),
  );

  private readonly remove = act((id: string) => this.api.removeDocument(this.trainingId(), id), {
    done: 'trainings.documents.removed',
    then: () => {
      this.refresh();
    },
    // Somebody else removed it first, or it is needed now: show what is there.
    failed: () => {
      this.refresh();
    },
  });

  constructor() {
    effect(() => {
      this.list.load(this.trainingId());
    });
    // The kind that is waited for is most likely the one in hand.
    effect(() => {
      const [first] = this.missing();
      if (first && this.kind.pristine) this.kind.setValue(first);
    });
  }

  /** One after the other, so that a refused file does not take the good ones with it. */
  protected async upload(files: File[]): Promise<void> {
    this.refused.set([]);
    this.sending.set(files.length);
    for (const file of files) {
      try {
        await firstValueFrom(
          this.api.uploadDocument(
            this.trainingId(),
            { data: file, fileName: file.name },
            this.kind.value,
            this.number.value || undefined,
          ),
        );
      } catch (error) {
        const { detail, title } = asProblem(error).text(this.language.current());
        this.refused.update((all) => [...all, { name: file.name, text: detail || title }]);
      }
      this.sending.update((left) => left - 1);
    }
    this.number.reset();
    this.kind.markAsPristine();
    this.refresh();
  }

  protected look(document: DocumentView): void {
    this.dialog.open(DocumentPreview, {
      data: { document, address: this.address(document) },
      width: '60rem',
      maxWidth: 'calc(100vw - 24px)',
      ariaLabelledBy: 'preview-title',
    });
  }

  protected address(document: DocumentView): string {
    return `/api/v1/trainings/${this.trainingId()}/documents/${document.id}/content`;
  }

  protected async ask(document: DocumentView): Promise<void> {
    const answer = await this.confirm.ask({
      title: this.transloco.translate('trainings.documents.removeTitle'),
      text: this.transloco.translate('trainings.documents.removeText', { name: document.fileName }),
      action: this.transloco.translate('trainings.documents.remove'),
      destructive: true,
    });
    if (answer) await this.remove.run(document.id);
  }

  private refresh(): void {
    this.list.reload();
    this.changed.emit();
  }
}
