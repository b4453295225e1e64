import { keep, merge } from './merge';

describe('two people on one record', () => {
  const base = { name: 'Badan', reply: null as string | null, days: { answer: 3, offer: 24 }, kinds: ['nip', 'nrp'] };

  it('keep both their changes where they changed different things', () => {
    const merged = merge(base, { ...base, name: 'Badan A' }, { ...base, days: { answer: 5, offer: 24 } });
    expect(merged.value).toEqual({ ...base, name: 'Badan A', days: { answer: 5, offer: 24 } });
    expect(merged.mine).toEqual([{ path: 'name', mine: 'Badan A', theirs: 'Badan' }]);
    expect(merged.theirs).toEqual(['days.answer']);
  });

  it('compare what both changed', () => {
    const merged = merge(base, { ...base, name: 'Badan A' }, { ...base, name: 'Badan B' });
    expect(merged.mine).toEqual([{ path: 'name', mine: 'Badan A', theirs: 'Badan B' }]);
    expect(merged.theirs).toEqual([]);
  });

  it('take a list whole and read an empty field as nothing', () => {
    const merged = merge(base, { ...base, reply: '', kinds: ['nip'] }, { ...base, kinds: ['nip', 'nrp', 'polri'] });
    expect(merged.mine.map(({ path }) => path)).toEqual(['kinds']);
    expect(merged.value.kinds).toEqual(['nip']);
  });

  it('choose field by field', () => {
    const mine = { ...base, name: 'Badan A', days: { answer: 4, offer: 48 } };
    const merged = merge(base, mine, { ...base, name: 'Badan B', days: { answer: 5, offer: 24 } });

    expect(keep(merged, new Set(['days.answer']))).toEqual({
      ...base,
      name: 'Badan B',
      days: { answer: 4, offer: 24 },
    });
    expect(keep(merged, new Set(merged.mine.map(({ path }) => path)))).toEqual(merged.value);
  });

  it('find nothing to compare when both say the same', () => {
    expect(merge(base, { ...base, name: 'C' }, { ...base, name: 'C' }).mine).toEqual([]);
  });
});
