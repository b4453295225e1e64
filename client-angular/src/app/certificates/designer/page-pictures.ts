import { DOCUMENT, Injectable, OnDestroy, inject, signal } from '@angular/core';

/** Dots per point: sharp on the screen of a designer, small enough to be drawn at once. */
const SCALE = 2;

/** Pages of PDFs as browsers can show them inside a drawing. The program that reads PDFs is fetched only when one is used. */
@Injectable()
export class PagePictures implements OnDestroy {
  private readonly document = inject(DOCUMENT);
  private readonly shown = signal<ReadonlyMap<string, string>>(new Map());
  private readonly asked = new Set<string>();

  /** Nothing while it is being drawn; the page follows by itself. */
  of(id: string): string | null {
    if (!this.asked.has(id)) {
      this.asked.add(id);
      void this.draw(id);
    }
    return this.shown().get(id) ?? null;
  }

  ngOnDestroy(): void {
    for (const address of this.shown().values()) URL.revokeObjectURL(address);
  }

  private async draw(id: string): Promise<void> {
    const [reader, worker] = await Promise.all([
      import('pdfjs-dist'),
      import('pdfjs-dist/build/pdf.worker.min.mjs') as Promise<unknown>,
    ]);
    // One small page: read here, without a thread of its own, which the page's security policy would have to know.
    Object.assign(globalThis, { pdfjsWorker: worker });
    const file = await reader.getDocument({
      url: `/api/v1/certificate-pictures/${id}/file`,
      disableFontFace: true,
      isEvalSupported: false,
      useSystemFonts: false,
      useWasm: false,
    }).promise;
    const page = await file.getPage(1);
    const viewport = page.getViewport({ scale: SCALE });
    const canvas = this.document.createElement('canvas');
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    await page.render({ canvas, viewport }).promise;
    const drawn = await new Promise<Blob | null>((done) => {
      canvas.toBlob(done);
    });
    await file.destroy();
    if (drawn) this.shown.update((all) => new Map(all).set(id, URL.createObjectURL(drawn)));
  }
}
