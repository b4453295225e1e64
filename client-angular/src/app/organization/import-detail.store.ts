import { Injectable, computed, inject, signal } from '@angular/core';
import { ImportsClient } from '@api';
import { Jobs } from '@core/jobs';
import { act, loaded } from '@core/load';

@Injectable()
export class ImportDetailStore {
  private readonly api = inject(ImportsClient);
  private readonly jobs = inject(Jobs);
  private readonly jobId = signal<string | undefined>(undefined);

  readonly import = loaded((id: string) => this.api.getImport(id));
  /** The work on it, while somebody watches. */
  readonly job = computed(() => {
    const id = this.jobId();
    return id ? this.jobs.of(id)() : undefined;
  });
  readonly apply = act((id: string) => this.api.applyImport(id), {
    then: ({ jobId }) => {
      this.follow(jobId, 'shell.jobKinds.organization_apply_import');
      this.import.reload();
    },
  });
  readonly discard = act((id: string) => this.api.discardImport(id), {
    done: 'organization.import.discarded',
    then: () => {
      this.import.reload();
    },
  });

  /** Applying has failed: what is in stays in, and other imports may go on. */
  readonly stop = act((id: string) => this.api.discardImport(id), {
    done: 'organization.import.stopped',
    then: () => {
      this.import.reload();
    },
  });

  /** Whether a row that looks like another person is the same one after all. */
  readonly confirmRow = act(
    (id: string, row: number, samePerson: boolean) => this.api.confirmImportRow(id, row, { samePerson }),
    {
      then: () => {
        this.import.reload();
      },
    },
  );

  follow(jobId: string, label: string): void {
    const found = this.import.value();
    this.jobs.follow(jobId, label, found ? `/imports/${found.id}` : undefined);
    this.jobId.set(jobId);
  }
}
