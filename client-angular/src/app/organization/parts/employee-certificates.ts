import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmployeeCertificate, EmployeesClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiIcon, UiProblem, UiState, UiWaiting } from '@ui';
import { CertificateState } from '../../certificates/parts/certificate-state';

/** Certificates of a person, issued here or brought from elsewhere, newest first. */
@Component({
  selector: 'app-employee-certificates',
  imports: [
    MatButtonModule,
    RouterLink,
    TranslocoPipe,
    CertificateState,
    UiEmpty,
    UiIcon,
    UiProblem,
    UiState,
    UiWaiting,
    ...FORMAT_PIPES,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (certificates.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="certificates.reload()" />
    } @else if (certificates.value(); as all) {
      <ul>
        @for (one of all; track one.id) {
          <li>
            <div class="grow">
              @if (one.external) {
                <strong>{{ one.title }}</strong>
              } @else {
                <a [routerLink]="['/certificates', one.id]">{{ one.title }}</a>
              }
              <div class="small muted">
                {{ one.number || ('organization.employee.noNumber' | transloco) }} · {{ one.on | day }}
                @if (one.jp) {
                  · {{ one.jp | jp }}
                }
              </div>
            </div>
            @if (one.status) {
              <app-certificate-state [status]="one.status" />
            } @else {
              <ui-state tone="info">{{ 'organization.employee.external' | transloco }}</ui-state>
            }
            @if (one.canDownload) {
              <a matButton [href]="file(one)" target="_blank">
                <ui-icon name="download" /> {{ 'organization.employee.download' | transloco }}
                <span class="visually-hidden">{{ one.title }}</span>
              </a>
            }
            @if (one.canDownload && !one.external) {
              <a matButton [href]="'/api/v1/certificates/' + one.id + '/credential'">
                {{ 'organization.employee.credential' | transloco }}
                <span class="visually-hidden">{{ one.title }}</span>
              </a>
            }
          </li>
        } @empty {
          <li>
            <ui-empty
              icon="award"
              [title]="'organization.employee.noCertificates' | transloco"
              [text]="'organization.employee.noCertificatesHelp' | transloco"
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
export class EmployeeCertificates {
  readonly employeeId = input.required<string>();
  private readonly api = inject(EmployeesClient);
  protected readonly certificates = loaded((id: string) => this.api.listEmployeeCertificates(id));

  constructor() {
    effect(() => {
      this.certificates.load(this.employeeId());
    });
  }

  protected file(one: EmployeeCertificate): string {
    return one.external
      ? `/api/v1/trainings/${one.trainingId}/participants/${one.id}/certificate`
      : `/api/v1/certificates/${one.id}/file`;
  }
}
