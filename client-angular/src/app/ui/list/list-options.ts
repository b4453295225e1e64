import { Signal } from '@angular/core';
import { Observable } from 'rxjs';
import { ListQuery } from './list-query';

/** A page of rows as every list of the API answers it. */
export interface RowPage<T> {
  items?: readonly T[];
  total?: number;
  /** There may be more than the total. */
  atLeast?: boolean;
}

export interface Column<T> {
  readonly key: string;
  /** Translation key of the heading. */
  readonly label: string;
  /** Text of the cell; a cell with more than text has a `<ng-template uiCell="key" let-row>`. */
  readonly value?: (row: T) => string | number | null | undefined;
  /** The API's sort word, when the list can be ordered by it. */
  readonly sort?: string;
  readonly align?: 'end';
  /** Dates and numbers read badly over two lines; those at the end of their cell never break unless told so. */
  readonly nowrap?: boolean;
  /** Shown only when chosen. */
  readonly hidden?: boolean;
  /** Left out where the query gives it nothing to say. */
  readonly when?: (query: ListQuery) => boolean;
  /** The column that names the row: always shown, and links to `link(row)`. */
  readonly main?: boolean;
  /** Width hint such as `12rem`. */
  readonly width?: string;
}

export interface Option {
  readonly value: string;
  /** Translation key … */
  readonly label?: string;
  /** … or a text as it is (names, codes). */
  readonly text?: string;
}

export interface Filter {
  readonly key: string;
  readonly label: string;
  readonly kind: 'search' | 'choice' | 'choices' | 'date' | 'lookup' | 'yes';
  readonly options?: readonly Option[] | Signal<readonly Option[]>;
  /** For `lookup`: options matching what was typed, and the words for a value found in the address. */
  readonly find?: (text: string) => Observable<readonly Option[]>;
  readonly describe?: (value: string) => Observable<string>;
}

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ListOptions<T> {
  /** Names the list for what the person keeps of it: chosen columns and saved views. */
  readonly name: string;
  readonly id: (row: T) => string;
  readonly columns: readonly Column<T>[];
  readonly filters?: readonly Filter[];
  readonly sort?: string;
  readonly size?: number;
  readonly load: (query: ListQuery) => Observable<RowPage<T>>;
  /** Where Enter and the main column lead. */
  readonly link?: (row: T) => readonly unknown[] | string | undefined;
  readonly selectable?: boolean;
  /** Address of the file with everything the filters let through. */
  readonly export?: (format: ExportFormat, query: ListQuery) => string;
  /** A list inside a detail page: keys in the address begin with this. */
  readonly prefix?: string;
}
