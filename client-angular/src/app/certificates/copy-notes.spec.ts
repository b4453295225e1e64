import { describe, expect, it } from 'vitest';
import { CopyNotes } from './copy-notes';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('notes of a print copy', () => {
  it('tells the newest one of a piece', () => {
    const notes = new CopyNotes();

    expect(notes.read(bytes('endobj\n%16 0 1834\n17 0 obj\nendobj\n%144 1 1834\n'))).toEqual({
      printed: 144,
      left: 1,
      all: 1834,
    });
  });

  it('finds one that two pieces share', () => {
    const notes = new CopyNotes();

    expect(notes.read(bytes('endobj\n%1'))).toBeUndefined();
    expect(notes.read(bytes('6 0 20\n'))).toEqual({ printed: 16, left: 0, all: 20 });
  });

  it('passes over other bytes', () => {
    expect(new CopyNotes().read(new Uint8Array([0x25, 0xe2, 0xe3, 0x0a, 0x31]))).toBeUndefined();
  });
});
