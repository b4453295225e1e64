import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { EmployeesClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiIcon, UiProblem, UiWaiting } from '@ui';

/** Letters and papers of the trainings a person took part in, newest first. */
@Component({
  selector: 'app-employee-documents',
  imports: [TranslocoPipe, UiEmpty, UiIcon, UiProblem, UiWaiting, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (documents.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="documents.reload()" />
    } @else if (documents.value(); as all) {
      <ul>
        @for (one of all; track one.id) {
          <li>
            <ui-icon name="file" />
            <div class="grow">
              @if (one.canDownload) {
                <a [href]="'/api/v1/trainings/' + one.trainingId + '/documents/' + one.id + '/content'" download>{{
                  one.fileName
                }}</a>
              } @else {
                {{ one.fileName }}
              }
              <div class="small muted">
                {{ 'trainings.kind.' + one.kind | transloco }}
                @if (one.number) {
                  · {{ one.number }}
                }
                · {{ one.training }} · {{ one.uploadedAt | day }}
              </div>
            </div>
          </li>
        } @empty {
          <li>
            <ui-empty
              [title]="'organization.employee.noDocuments' | transloco"
              [text]="'organization.employee.noDocumentsHelp' | transloco"
            />
          </li>
        }
      </ul>
    } @else {
      <ui-waiting [lines]="6" />
    }
  `,
  styleUrl: './employee-records.scss',
})
export class EmployeeDocuments {
  readonly employeeId = input.required<string>();
  private readonly api = inject(EmployeesClient);
  protected readonly documents = loaded((id: string) => this.api.listEmployeeDocuments(id));

  constructor() {
    effect(() => {
      this.documents.load(this.employeeId());
    });
  }
}
