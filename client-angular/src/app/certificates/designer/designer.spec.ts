import { describe, expect, it } from 'vitest';
import { Design, copyOf, newBlock, sheetOf } from './design';
import { DesignHistory } from './design-history';
import { linesOf, snapMove, snapSize } from './snapping';

const sheet: Design = {
  paper: 'a4',
  orientation: 'landscape',
  background: null,
  backgroundOfSecond: null,
  margin: 15,
  blocks: [],
};

describe('snapping', () => {
  const lines = linesOf({ width: 297, height: 210 }, 15, [{ x: 100, y: 50, width: 40, height: 10 }]);

  it('catches margin, middle and the edges of other blocks, and shows the line', () => {
    const margin = snapMove({ x: 14.2, y: 80, width: 30, height: 7 }, lines, 1);
    expect(margin.x).toBe(15);
    expect(margin.guides).toEqual({ x: 15, y: undefined });

    const middle = snapMove({ x: 133.9, y: 80, width: 30, height: 7 }, lines, 1);
    expect(middle.x).toBe(148.5 - 15);

    const other = snapMove({ x: 140.6, y: 59.5, width: 20, height: 20 }, lines, 1);
    expect([other.x, other.y]).toEqual([140, 60]);
  });

  it('leaves alone what is out of reach, and everything without reach', () => {
    expect(snapMove({ x: 20, y: 80, width: 30, height: 7 }, lines, 1)).toMatchObject({ x: 20, y: 80 });
    expect(snapMove({ x: 14.9, y: 80, width: 30, height: 7 }, lines, 0)).toMatchObject({ x: 14.9 });
  });

  it('sizes to a line without moving the box', () => {
    expect(snapSize({ x: 20, y: 80, width: 79.4, height: 7 }, lines, 1)).toMatchObject({ x: 20, width: 80 });
  });
});

describe('history', () => {
  it('takes a gesture back in one step, and forward again', () => {
    const history = new DesignHistory<number>();
    history.begin(0);
    history.change(1, 'drag');
    history.change(2, 'drag');
    history.settle();
    history.change(3, 'drag');

    history.undo();
    expect(history.value()).toBe(2);
    history.undo();
    expect(history.value()).toBe(0);
    expect(history.canUndo()).toBe(false);
    history.redo();
    history.redo();
    expect(history.value()).toBe(3);
    expect(history.canRedo()).toBe(false);
  });

  it('forgets the future when something else is done', () => {
    const history = new DesignHistory<number>();
    history.begin(0);
    history.change(1);
    history.undo();
    history.change(2);
    expect(history.canRedo()).toBe(false);
  });
});

describe('blocks', () => {
  it('begin in the middle of the sheet, each with a name of its own', () => {
    const first = newBlock('qr', 1, sheet, '');
    const second = newBlock('qr', 1, { ...sheet, blocks: [first] }, '');
    expect(first.x + first.width / 2).toBeCloseTo(sheetOf(sheet).width / 2, 1);
    expect(second.id).not.toBe(first.id);
    expect(copyOf(first, { ...sheet, blocks: [first] }).id).not.toBe(first.id);
    expect(newBlock('subjects', 1, sheet, '').page).toBe(2);
  });
});
