import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { CertificateTemplateView } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';

/** What was published of a template: to be read, and to begin from again. */
@Component({
  selector: 'app-template-versions',
  imports: [MatButtonModule, TranslocoPipe, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="card">
      <h2>{{ 'certificates.templates.versions' | transloco }}</h2>
      <ul>
        @for (version of versions(); track version.number) {
          <li class="row">
            <span class="grow">
              {{ 'certificates.templates.version' | transloco: { number: version.number } }}
              <span class="small muted">· {{ version.publishedAt | dayTime }}</span>
            </span>
            <a
              matButton
              target="_blank"
              [href]="paperLink() + '&number=' + version.number"
              [attr.aria-label]="'certificates.templates.openVersion' | transloco: { number: version.number }"
              >PDF</a
            >
            @if (canRestore()) {
              <button matButton type="button" (click)="restored.emit(version.number)">
                {{ 'certificates.templates.restore' | transloco }}
              </button>
            }
          </li>
        } @empty {
          <li class="muted">{{ 'certificates.templates.noVersions' | transloco }}</li>
        }
      </ul>
    </section>
  `,
  styles: `
    h2 {
      margin: 0 0 var(--space-3);
      font-size: 1rem;
    }
    ul {
      display: grid;
      gap: var(--space-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }
  `,
})
export class TemplateVersions {
  readonly versions = input.required<CertificateTemplateView['versions']>();
  readonly paperLink = input.required<string>();
  readonly canRestore = input(false);
  readonly restored = output<number>();
}
