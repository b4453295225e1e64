/** How far a print copy has come. */
export interface CopyProgress {
  readonly printed: number;
  readonly left: number;
  readonly all: number;
}

const NOTE = /\n%(\d+) (\d+) (\d+)\n/g;
const NOTE_MAXIMUM = 40;

/** Finds the comments between the parts of a print copy that tell how far it is. */
export class CopyNotes {
  private readonly latin = new TextDecoder('latin1');
  private before = '';

  /** The newest one that ends in this piece of the file. */
  read(piece: Uint8Array): CopyProgress | undefined {
    const text = this.before + this.latin.decode(piece);
    this.before = text.slice(-NOTE_MAXIMUM);
    const newest = [...text.matchAll(NOTE)].at(-1)?.slice(1).map(Number);
    if (newest === undefined) return undefined;
    const [printed = 0, left = 0, all = 0] = newest;
    return { printed, left, all };
  }
}
