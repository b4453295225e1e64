const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** What a number made by the pattern would look like; unknown fields stay as they are, so that they are seen. */
export function numberPreview(pattern: string, centre: string, day: Date): string {
  const month = day.getMonth();
  const values: Record<string, string> = {
    year: String(day.getFullYear()),
    month: String(month + 1).padStart(2, '0'),
    'roman-month': ROMAN[month] ?? '',
    centre,
    unit: 'UNIT',
    kind: 'SERT',
    group: 'POKJA',
  };
  return pattern.replace(/\{([a-z-]+)(?::(0+))?\}/g, (whole, name: string, zeros: string | undefined) =>
    name === 'seq' ? '7'.padStart(zeros?.length ?? 1, '0') : (values[name] ?? whole),
  );
}
