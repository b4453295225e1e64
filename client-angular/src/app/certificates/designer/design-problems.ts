import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon } from '@ui';
import { TemplateDesignerStore } from '../template-designer.store';
import { Block } from './design';

type Problems = ReturnType<TemplateDesignerStore['problems']>;

/** What is wrong with a design, or may be; each leads to its block. */
@Component({
  selector: 'app-design-problems',
  imports: [LocalTextPipe, TranslocoPipe, UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="card">
      <h2>{{ 'certificates.designer.problems' | transloco: { count: problems().length } }}</h2>
      <div aria-live="polite">
        <ul>
          @for (problem of problems(); track $index) {
            <li>
              <ui-icon
                [name]="problem.severity === 'error' ? 'state-bad' : 'state-warn'"
                [size]="18"
                [class.bad]="problem.severity === 'error'"
                [class.warn]="problem.severity !== 'error'"
              />
              <div>
                <span class="visually-hidden">{{ 'certificates.designer.' + problem.severity | transloco }}: </span>
                @if (blockOf(problem.blockId); as block) {
                  <button type="button" class="link" (click)="chosen.emit(block.id)">{{ nameOf()(block) }}</button>
                }
                <div>{{ problem.text | localText }}</div>
              </div>
            </li>
          } @empty {
            <li class="muted">{{ 'certificates.designer.noProblems' | transloco }}</li>
          }
        </ul>
      </div>
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
    li {
      display: flex;
      gap: var(--space-2);
    }
    .bad {
      color: var(--state-bad);
    }
    .warn {
      color: var(--state-warn);
    }
    .link {
      padding: 0;
      border: 0;
      background: none;
      color: var(--mat-sys-primary);
      font: inherit;
      font-weight: 600;
      text-align: start;
      text-decoration: underline;
      cursor: pointer;
    }
  `,
})
export class DesignProblems {
  readonly problems = input.required<Problems>();
  readonly blocks = input.required<readonly Block[]>();
  readonly nameOf = input.required<(block: Block) => string>();
  readonly chosen = output<string>();

  protected blockOf(id: string | null | undefined): Block | undefined {
    return this.blocks().find((block) => block.id === id);
  }
}
