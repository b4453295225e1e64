import { Injectable, inject } from '@angular/core';
import { LearningHoursClient } from '@api';
import { act, loaded } from '@core/load';

/** The lesson hours of one person and year; one's own without an id. */
@Injectable()
export class StatementStore {
  private readonly api = inject(LearningHoursClient);

  readonly statement = loaded((employeeId: string | undefined, year: number | undefined) =>
    this.api.getJpStatement(employeeId, year, undefined),
  );
  readonly reverse = act((entryId: string, reason: string) => this.api.reverseJpEntry(entryId, { reason }), {
    done: 'learning-hours.reversed',
    then: () => {
      this.statement.reload();
    },
  });
}
