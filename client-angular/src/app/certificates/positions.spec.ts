import { readPositions, writePositions } from './positions';

describe('chosen rows in an address', () => {
  it.each([
    [[], null],
    [[7], '7'],
    [[3, 1, 2, 9], '1-3,9'],
    [[1, 2, 4, 5, 7], '1-2,4-5,7'],
  ])('writes %j as %s, and reads it back', (positions, text) => {
    expect(writePositions(positions)).toBe(text);
    expect(readPositions(text ?? undefined)).toEqual([...positions].sort((one, other) => one - other));
  });

  it('leaves out what an address cut off or typed by hand may say', () => {
    expect(readPositions('2-1,x,-3,4-,5,5-6,99999999')).toEqual([5, 6]);
  });
});
