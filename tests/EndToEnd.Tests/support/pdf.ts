import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file that a PDF carries, taken out by somebody else's program (qpdf). */
export function attachmentOf(pdf: Buffer, name: string): string {
  return read(pdf, 'qpdf', (path) => [`--show-attachment=${name}`, path]).toString('utf8');
}

/** The colour of the first page at a place (0 to 1 from the left and from the top), as somebody else's program prints it. */
export function colourOf(pdf: Buffer, across: number, down: number): number[] {
  const image = read(pdf, 'pdftoppm', (path) => ['-r', '20', '-singlefile', path]);
  const [head = '', width = '', height = ''] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(image.toString('latin1')) ?? [];
  const at = Math.floor(down * Number(height)) * Number(width) + Math.floor(across * Number(width));
  return [...image.subarray(head.length + at * 3, head.length + at * 3 + 3)];
}

/** Pages of A4 lying on its side, each filled with one colour ("0 0 1" is blue). */
export function colouredPages(...colours: string[]): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${colours.map((_, at) => `${3 + at * 2} 0 R`).join(' ')}]/Count ${colours.length}>>`,
    ...colours.flatMap((colour, at) => {
      const drawing = `${colour} rg 0 0 842 595 re f`;
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]/Resources<<>>/Contents ${4 + at * 2} 0 R>>`,
        `<</Length ${drawing.length}>>stream\n${drawing}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(
    `${file}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`,
  );
}

function read(pdf: Buffer, program: string, asked: (path: string) => string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'pionir-pdf-'));
  try {
    const path = join(folder, 'paper.pdf');
    writeFileSync(path, pdf);
    return execFileSync(program, asked(path));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
