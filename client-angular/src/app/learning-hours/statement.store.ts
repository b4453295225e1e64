import { Injectable, inject } from '@angular/core';
import { FileResponse, LearningHoursClient } from '@api';
import { act, loaded } from '@core/load';
import { Notices } from '@core/notices';
import { saveFile } from '@core/save-file';

/** The lesson hours of one person and year; one's own without an id. */
@Injectable()
export class StatementStore {
  private readonly api = inject(LearningHoursClient);
  private readonly notices = inject(Notices);

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

  /** The signed paper: fetched by the page instead of by a link, because it may say that it has no time-stamp. */
  readonly paper = act(
    (employeeId: string | undefined, year: number, asOf: string | undefined) =>
      this.api.getJpStatementPdf(employeeId, year, asOf),
    {
      then: (file: FileResponse) => {
        saveFile(file.data, file.fileName ?? 'rekap-jp.pdf');
        if (file.headers?.['lacks-timestamp']) this.notices.say('learning-hours.unstamped');
      },
    },
  );
}
