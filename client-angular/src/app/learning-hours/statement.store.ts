import { Injectable, inject } from '@angular/core';
import { LearningHoursClient } from '@api';
import { act, loaded } from '@core/load';

/** The lesson hours of one person and year; one's own without an id. */
@Injectable()
export class StatementStore {
  private readonly api = inject(LearningHoursClient);

  /** As of an instant: what stood in the ledger then; now without. */
  readonly statement = loaded((employeeId: string | undefined, year: number | undefined, asOf: string | undefined) =>
    this.api.getJpStatement(employeeId, year, asOf),
  );
  readonly reverse = act((entryId: string, reason: string) => this.api.reverseJpEntry(entryId, { reason }), {
    done: 'learning-hours.reversed',
    then: () => {
      this.statement.reload();
    },
  });
}
