import { numberPreview } from './number-preview';

describe('numberPreview', () => {
  const day = new Date(2026, 7, 7);

  it('fills the fields of a pattern', () => {
    expect(numberPreview('{seq:0000}/{centre}/SERT/{roman-month}/{year}', 'PPK', day)).toBe('0007/PPK/SERT/VIII/2026');
  });

  it('leaves unknown fields to be seen', () => {
    expect(numberPreview('{seq}-{nomor}', 'PPK', day)).toBe('7-{nomor}');
  });
});
