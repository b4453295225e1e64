import { Injectable } from '@angular/core';
import { DefaultTranspiler, TranspileParams } from '@jsverse/transloco';

const PLACES = /\{\{\s*(\w+)\s*\}\}|\{(\w+):([^{}|]*)\|([^{}]*)\}/g;

/**
 * Fills a text in one pass: `{{count}}` by the value, `{count:person is|people are}` by how many there are. A value is
 * put in as it is, also when it looks like a place itself; Transloco's own way would look at it again, and for a
 * training called "{{title}}" never come to an end.
 */
@Injectable()
export class TextTranspiler extends DefaultTranspiler {
  override transpile(text: TranspileParams): unknown {
    return typeof text.value === 'string' ? filled(text.value, text.params ?? {}) : super.transpile(text);
  }
}

export function filled(text: string, values: Record<string, unknown>): string {
  return text.replace(PLACES, (_, name?: string, counted?: string, one?: string, many?: string) => {
    if (counted === undefined) return shown(values[name ?? '']);
    return (shown(values[counted]) === '1' ? one : many) ?? '';
  });
}

function shown(value: unknown): string {
  return value === undefined || value === null ? '' : String(value as string | number);
}
