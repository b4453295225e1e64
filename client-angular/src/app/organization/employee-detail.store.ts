import { Injectable, inject } from '@angular/core';
import { EmployeesClient } from '@api';
import { act, loaded } from '@core/load';

@Injectable()
export class EmployeeDetailStore {
  private readonly api = inject(EmployeesClient);

  readonly employee = loaded((id: string) => this.api.getEmployee(id));
  readonly merge = act(
    (id: string, mergedId: string, reason: string) => this.api.mergeEmployees(id, { mergedId, reason }),
    {
      done: 'organization.merge.done',
      then: () => {
        this.employee.reload();
      },
    },
  );
}
