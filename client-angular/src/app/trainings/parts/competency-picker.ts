import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { FormControl } from '@angular/forms';
import { CompetencyHit, DictionariesClient } from '@api';
import { TranslocoPipe } from '@jsverse/transloco';
import { LookupOption, UiFieldError, UiLookup } from '@ui';
import { Observable, map, startWith, switchMap, tap } from 'rxjs';
import { CompetencyChoice } from '../training.form';
import { CompetencyLevelChoice } from './competency-level-choice';

/** Competencies from the published dictionaries, each with the level the training leads to. */
@Component({
  selector: 'app-competency-picker',
  imports: [CompetencyLevelChoice, TranslocoPipe, UiFieldError, UiLookup],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div
      class="stack"
      role="group"
      tabindex="-1"
      data-control="competencies"
      [class.ng-invalid]="invalid()"
      [attr.aria-label]="'trainings.field.competencies' | transloco"
    >
      @if (chosen().length > 0) {
        <ul>
          @for (choice of chosen(); track choice.competencyId) {
            <li>
              <app-competency-level-choice
                [choice]="choice"
                [locked]="locked()"
                (levelChanged)="setLevel(choice, $event)"
                (removed)="remove(choice)"
              />
            </li>
          }
        </ul>
      }
      @if (!locked()) {
        <ui-lookup
          [label]="'trainings.competencies.add' | transloco"
          [help]="'trainings.competencies.help' | transloco"
          [control]="adding"
          [find]="find"
          (chosen)="add($event)"
        />
      }
      @if (invalid()) {
        <p class="error small"><ui-field-error [control]="control()" /></p>
      }
    </div>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .error {
      margin: 0;
      color: var(--mat-sys-error);
    }
  `,
})
export class CompetencyPicker {
  readonly control = input.required<FormControl<CompetencyChoice[]>>();

  private readonly dictionaries = inject(DictionariesClient);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly hits = new Map<string, CompetencyHit>();
  private readonly events = toSignal(
    toObservable(this.control).pipe(
      switchMap((control) =>
        control.events.pipe(
          startWith(null),
          map(() => ({ control })),
        ),
      ),
    ),
  );

  protected readonly adding = new FormControl<string | null>(null);
  protected readonly chosen = computed(() => this.events()?.control.value ?? []);
  protected readonly invalid = computed(() => this.events()?.control.invalid ?? false);
  protected readonly locked = computed(() => this.events()?.control.disabled ?? false);

  protected readonly find = (text: string): Observable<readonly LookupOption[]> =>
    this.dictionaries.searchCompetencies(text || undefined, undefined, undefined, 1, 12).pipe(
      tap((page) => {
        page.items.forEach((hit) => this.hits.set(hit.competencyId, hit));
      }),
      map((page) =>
        page.items
          .filter((hit) => !this.chosen().some((choice) => choice.competencyId === hit.competencyId))
          .map((hit) => ({ value: hit.competencyId, text: hit.title, detail: detailOf(hit) })),
      ),
    );

  protected add(option: LookupOption | undefined): void {
    const hit = option && this.hits.get(option.value);
    if (!hit) return;
    this.adding.setValue(null);
    if (this.chosen().some((choice) => choice.competencyId === hit.competencyId)) return;
    const { competencyId, code, title, dictionaryCode, dictionaryNumber } = hit;
    this.set([...this.chosen(), { competencyId, code, title, dictionaryCode, dictionaryNumber, level: 1 }]);
  }

  protected setLevel(choice: CompetencyChoice, level: number): void {
    this.set(this.chosen().map((one) => (one.competencyId === choice.competencyId ? { ...one, level } : one)));
  }

  protected remove(choice: CompetencyChoice): void {
    this.set(this.chosen().filter((one) => one.competencyId !== choice.competencyId));
    // The button that was pressed is gone: go on where the next one is chosen.
    this.host.querySelector('input')?.focus();
  }

  private set(choices: CompetencyChoice[]): void {
    this.control().setValue(choices);
    this.control().markAsDirty();
  }
}

function detailOf(hit: CompetencyHit): string {
  return `${hit.code} · ${hit.dictionaryTitle}`;
}
