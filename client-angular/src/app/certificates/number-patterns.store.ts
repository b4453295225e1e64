import { Injectable, inject } from '@angular/core';
import { HttpClient } from '@angular/common/http';
import { CertificateKind, NumberSeriesClient, NumberSeriesView } from '@api';
import { act, loaded } from '@core/load';

/** Number series, how a pattern would read, and the void register. */
@Injectable()
export class NumberPatternsStore {
  private readonly api = inject(NumberSeriesClient);
  private readonly http = inject(HttpClient);
  private readonly again = () => {
    this.series.reload();
  };

  readonly series = loaded(() => this.api.listNumberSeries(undefined));
  readonly voidNumbers = (page: number, size: number) => this.api.listVoidNumbers(undefined, page, size);
  readonly sample = loaded((pattern: string) => this.api.previewNumberPattern(pattern, undefined));
  readonly create = act(
    (kind: CertificateKind, year: number, pattern: string, startAt: number) =>
      this.api.createNumberSeries({ kind, year, pattern, startAt, unitId: null }),
    { done: 'certificates.numbers.created', problems: 'page', then: this.again },
  );
  /** The list carries the version of each row, which the address of the edit is not read from. */
  readonly change = act(
    (series: NumberSeriesView, pattern: string) =>
      this.http.put(
        `/api/v1/number-series/${series.id}`,
        { pattern },
        { headers: { 'If-Match': `"${series.version}"` } },
      ),
    { done: 'certificates.numbers.changed', problems: 'page', then: this.again },
  );
  readonly void = act(
    (series: NumberSeriesView, count: number, reason: string) => this.api.voidNumbers(series.id, { count, reason }),
    { done: 'certificates.numbers.voided', then: this.again },
  );
}
