import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file that a PDF carries, taken out by somebody else's program (qpdf). */
export function attachmentOf(pdf: Buffer, name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'pionir-pdf-'));
  try {
    const path = join(folder, 'paper.pdf');
    writeFileSync(path, pdf);
    return execFileSync('qpdf', [`--show-attachment=${name}`, path], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
