import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatSlideToggleModule } from '@angular/material/slide-toggle';
import { RouterLink } from '@angular/router';
import { JpRuleUse, JpRulesClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { loaded } from '@core/load';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiPageHeader, UiProblem, UiState, UiTabs, UiWaiting, type Tab } from '@ui';
import { JpCalculator } from '../parts/jp-calculator';
import { RuleTerms } from '../parts/rule-terms';
import { entriesWord } from '../rule-words';

/** How each form of development turns into JP, and a place to try it out. */
@Component({
  selector: 'app-jp-rules',
  imports: [
    JpCalculator,
    LocalTextPipe,
    MatSlideToggleModule,
    RouterLink,
    RuleTerms,
    TranslocoPipe,
    UiPageHeader,
    UiProblem,
    UiState,
    UiTabs,
    UiWaiting,
    ...FORMAT_PIPES,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-page-header
      [title]="'learning-hours.rules.title' | transloco"
      [subtitle]="'learning-hours.rules.intro' | transloco"
    />
    @if (list.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="list.reload()" />
    } @else if (list.value(); as view) {
      <ui-tabs #tabs="uiTabs" [tabs]="all" [name]="'learning-hours.rules.title' | transloco">
        @switch (tabs.current()) {
          @case ('try') {
            <app-jp-calculator [rules]="view.rules" [today]="view.on" [begin]="form()" />
          }
          @default {
            <mat-slide-toggle [checked]="unconfirmed()" (change)="unconfirmed.set($event.checked)">
              {{ 'learning-hours.rules.onlyUnconfirmed' | transloco: { count: open() } }}
            </mat-slide-toggle>
            <table class="table stacked" role="table" [attr.aria-label]="'learning-hours.rules.title' | transloco">
              <thead role="rowgroup">
                <tr role="row">
                  <th scope="col" role="columnheader">{{ 'learning-hours.rules.form' | transloco }}</th>
                  <th scope="col" role="columnheader">{{ 'learning-hours.rules.how' | transloco }}</th>
                  <th scope="col" role="columnheader">{{ 'learning-hours.rules.citation' | transloco }}</th>
                  <th scope="col" role="columnheader">{{ 'learning-hours.rules.since' | transloco }}</th>
                  <th scope="col" role="columnheader">{{ 'learning-hours.rules.usedBy' | transloco }}</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                @for (row of rows(); track row.code) {
                  <tr role="row">
                    <td role="cell">
                      <a [routerLink]="['/jp-rules', row.code]">{{ row.name | localText }}</a>
                      @if (row.cluster) {
                        <div class="small muted">{{ 'learning-hours.rules.cluster.' + row.cluster | transloco }}</div>
                      }
                    </td>
                    <td role="cell"><app-rule-terms [terms]="row.rule.values" /></td>
                    <td role="cell" class="small" [attr.data-label]="'learning-hours.rules.citation' | transloco">
                      <div>{{ row.rule.citation }}</div>
                      @if (!row.rule.confirmed) {
                        <ui-state tone="warn">{{ 'learning-hours.rules.unconfirmed' | transloco }}</ui-state>
                      }
                    </td>
                    <td role="cell" class="small" [attr.data-label]="'learning-hours.rules.since' | transloco">
                      @if (row.rule.id) {
                        <div class="nowrap">{{ row.rule.validFrom | day: 'medium' }}</div>
                      } @else {
                        {{ 'learning-hours.rules.byDefault' | transloco }}
                      }
                      @if (row.next) {
                        <ui-state tone="info">{{
                          'learning-hours.rules.next' | transloco: { on: (row.next | day: 'medium') }
                        }}</ui-state>
                      }
                    </td>
                    <td role="cell" class="small" [attr.data-label]="'learning-hours.rules.usedBy' | transloco">
                      @for (line of uses(row.use); track line.key) {
                        <div class="nowrap">
                          {{ 'learning-hours.rules.use.' + line.key | transloco: { count: line.count } }}
                        </div>
                      } @empty {
                        <span class="muted">{{ 'learning-hours.rules.use.none' | transloco }}</span>
                      }
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          }
        }
      </ui-tabs>
    } @else {
      <ui-waiting [lines]="10" />
    }
  `,
  styles: `
    table {
      margin-top: var(--space-3);
    }
  `,
})
export class JpRules {
  /** From the address: the form that the calculator begins with. */
  readonly form = input<string>();

  private readonly api = inject(JpRulesClient);
  private readonly formats = inject(Formats);
  protected readonly list = loaded(() => this.api.listJpRules(undefined));
  protected readonly all: readonly Tab[] = [
    { key: 'rules', label: 'learning-hours.rules.title' },
    { key: 'try', label: 'learning-hours.rules.try.title' },
  ];
  protected readonly unconfirmed = signal(false);
  protected readonly open = computed(() => this.list.value()?.rules.filter(({ rule }) => !rule.confirmed).length ?? 0);
  protected readonly rows = computed(
    () => this.list.value()?.rules.filter(({ rule }) => !this.unconfirmed() || !rule.confirmed) ?? [],
  );

  constructor() {
    effect(() => {
      this.list.load();
    });
  }

  protected uses(use: JpRuleUse): readonly { key: string; count: string }[] {
    const count = (value: number) => this.formats.number(value);
    return [
      { key: 'open', some: use.open, count: count(use.open) },
      { key: 'trainings', some: use.trainings, count: count(use.trainings) },
      { key: 'entries', some: use.entries, count: entriesWord(use, count) },
    ].filter(({ some }) => some > 0);
  }
}
