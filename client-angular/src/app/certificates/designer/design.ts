import { BlockKind, OrnamentKind, PaperOrientation, PaperSize, TextAlign, VerticalAlign } from '@api';

/** A template's document with every part said: the server fills in what it was not told. */
export interface Design {
  paper: PaperSize;
  orientation: PaperOrientation;
  background: string | null;
  backgroundOfSecond: string | null;
  margin: number;
  blocks: readonly Block[];
}

/** One thing on the paper; lengths are millimetres, sizes of letters points. */
export interface Block {
  id: string;
  kind: BlockKind;
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
  text: string | null;
  font: string | null;
  size: number;
  minimumSize: number;
  colour: string;
  align: TextAlign;
  vertical: VerticalAlign;
  lineHeight: number;
  tracking: number;
  picture: string | null;
  signer: string | null;
  thickness: number;
  ornament: OrnamentKind;
}

/** Points in a millimetre. */
export const POINT = 72 / 25.4;
export const LEAST = 2;

const SHEETS: Record<PaperSize, readonly [number, number]> = {
  a4: [210, 297],
  folio: [215, 330],
  letter: [215.9, 279.4],
};

export function sheetOf(design: Design): { width: number; height: number } {
  const [short, long] = SHEETS[design.paper];
  return design.orientation === 'landscape' ? { width: long, height: short } : { width: short, height: long };
}

/** Hundredths of a millimetre are finer than any printer. */
export function tidy(value: number): number {
  return Math.round(value * 100) / 100;
}

const BARE: Omit<Block, 'id' | 'kind' | 'page' | 'x' | 'y' | 'width' | 'height'> = {
  text: null,
  font: null,
  size: 12,
  minimumSize: 8,
  colour: '#17324D',
  align: 'centre',
  vertical: 'middle',
  lineHeight: 1.2,
  tracking: 0,
  picture: null,
  signer: null,
  thickness: 0.8,
  ornament: 'frame',
};

/** A new block of a kind in the middle of the page, ready to be moved. */
export function newBlock(kind: BlockKind, page: number, design: Design, text: string): Block {
  const sheet = sheetOf(design);
  const [width, height] = SIZES[kind];
  return {
    ...BARE,
    id: freeId(kind, design),
    kind,
    page: kind === 'subjects' ? 2 : page,
    x: tidy((sheet.width - width) / 2),
    y: tidy((sheet.height - height) / 2),
    width,
    height,
    text: kind === 'text' ? text : null,
    font: kind === 'text' ? 'eb-garamond' : kind === 'subjects' ? 'noto-sans' : null,
    size: kind === 'subjects' ? 9.5 : 14,
    colour: kind === 'line' || kind === 'box' || kind === 'ornament' ? '#B08D3C' : BARE.colour,
    ornament: kind === 'ornament' ? 'kawung' : 'frame',
  };
}

export function copyOf(block: Block, design: Design): Block {
  return { ...block, id: freeId(block.kind, design), x: tidy(block.x + 5), y: tidy(block.y + 5) };
}

/** The least number that no block of the kind carries yet. */
function freeId(kind: BlockKind, design: Design): string {
  const taken = new Set(design.blocks.map((block) => block.id));
  for (let at = 1; ; at++) if (!taken.has(`${kind}-${at}`)) return `${kind}-${at}`;
}

const SIZES: Record<BlockKind, readonly [number, number]> = {
  text: [120, 12],
  qr: [30, 30],
  picture: [40, 40],
  logo: [22, 22],
  signature: [45, 20],
  line: [80, 4],
  box: [60, 30],
  ornament: [20, 20],
  subjects: [170, 120],
};

export const KINDS: readonly BlockKind[] = [
  'text',
  'qr',
  'logo',
  'picture',
  'signature',
  'line',
  'box',
  'ornament',
  'subjects',
];
