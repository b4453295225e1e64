/** Translation key of an error code that stands in a row: the server words problems, rows carry codes. */
export function problemKey(code: string): string {
  return `certificates.problem.${code.replace('.', '_')}`;
}
