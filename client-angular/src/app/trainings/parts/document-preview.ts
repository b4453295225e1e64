import { ChangeDetectionStrategy, Component, OnDestroy, inject, signal } from '@angular/core';
import { DomSanitizer, SafeResourceUrl } from '@angular/platform-browser';
import { HttpClient } from '@angular/common/http';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { DocumentView } from '@api';
import { Problem, asProblem } from '@core/problem';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiProblem, UiWaiting } from '@ui';

interface Looked {
  readonly document: DocumentView;
  readonly address: string;
}

/** A PDF or picture in the page. It is shown from the server's own address, where its content can do nothing. */
@Component({
  selector: 'app-document-preview',
  imports: [MatButtonModule, MatDialogModule, TranslocoPipe, UiProblem, UiWaiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title id="preview-title">{{ looked.document.fileName }}</h2>
    <mat-dialog-content>
      @if (problem(); as refused) {
        <ui-problem [problem]="refused" [retryable]="false" />
      } @else if (isPdf) {
        <iframe [src]="frame" [title]="looked.document.fileName"></iframe>
      } @else if (picture(); as source) {
        <img [src]="source" [alt]="looked.document.fileName" />
      } @else {
        <ui-waiting />
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <a matButton [href]="looked.address" download>{{ 'trainings.documents.download' | transloco }}</a>
      <button matButton="filled" type="button" mat-dialog-close>{{ 'trainings.action.close' | transloco }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    iframe {
      display: block;
      width: 100%;
      height: min(70vh, 60rem);
      border: var(--line);
    }
    img {
      max-width: 100%;
      height: auto;
    }
  `,
})
export class DocumentPreview implements OnDestroy {
  protected readonly looked = inject<Looked>(MAT_DIALOG_DATA);
  protected readonly isPdf = this.looked.document.contentType === 'application/pdf';
  /** Ids come from the server's own list, so the address is safe to frame. */
  protected readonly frame: SafeResourceUrl = inject(DomSanitizer).bypassSecurityTrustResourceUrl(
    `${this.looked.address}?preview=true`,
  );
  protected readonly picture = signal<string | undefined>(undefined);
  protected readonly problem = signal<Problem | undefined>(undefined);

  constructor() {
    if (this.isPdf) return;
    inject(HttpClient)
      .get(`${this.looked.address}?preview=true`, { responseType: 'blob' })
      .pipe(takeUntilDestroyed())
      .subscribe({
        next: (blob) => {
          this.picture.set(URL.createObjectURL(blob));
        },
        error: (error: unknown) => {
          this.problem.set(asProblem(error));
        },
      });
  }

  ngOnDestroy(): void {
    const shown = this.picture();
    if (shown) URL.revokeObjectURL(shown);
  }
}
