import { Injectable, computed, inject } from '@angular/core';
import {
  EmployeesClient,
  ReferenceDataClient,
  ReferenceItemView,
  TrainingRow,
  TrainingState,
  TrainingsClient,
  UnitsClient,
} from '@api';
import { LanguageSwitch } from '@core/language';
import { loaded } from '@core/load';
import { LookupOption, Option } from '@ui';
import { Observable, map, shareReplay } from 'rxjs';

/** Tables of the institution that forms and filters of trainings choose from. */
@Injectable()
export class TrainingReference {
  private readonly reference = inject(ReferenceDataClient);
  private readonly unitsClient = inject(UnitsClient);
  private readonly employees = inject(EmployeesClient);
  private readonly trainings = inject(TrainingsClient);
  private readonly language = inject(LanguageSwitch).current;

  readonly formItems = loaded(() => this.reference.listReferenceData('developmentForms'));
  private readonly groupItems = loaded(() => this.reference.listReferenceData('workingGroups'));
  private readonly familyItems = loaded(() => this.reference.listReferenceData('jobFamilies'));
  private readonly allUnits = this.unitsClient.listUnits().pipe(shareReplay(1));

  readonly forms = computed(() => this.options(this.formItems.value()?.items));
  readonly groups = computed(() => this.options(this.groupItems.value()?.items));
  readonly families = computed(() => this.options(this.familyItems.value()?.items));

  constructor() {
    this.formItems.load();
    this.groupItems.load();
    this.familyItems.load();
  }

  readonly findUnits = (text: string): Observable<readonly LookupOption[]> =>
    this.allUnits.pipe(
      map((units) => {
        const wanted = text.toLowerCase();
        return units
          .filter((unit) => `${unit.code} ${unit.name}`.toLowerCase().includes(wanted))
          .slice(0, 20)
          .map((unit) => ({ value: unit.id, text: unit.name, detail: unit.code }));
      }),
    );

  readonly nameOfUnit = (id: string): Observable<string> =>
    this.allUnits.pipe(map((units) => units.find((unit) => unit.id === id)?.name ?? id));

  readonly findTrainings = (text: string) => this.someTrainings(text);

  readonly findOpenTrainings = (text: string) => this.someTrainings(text, ['open', 'running']);

  readonly nameOfTraining = (id: string): Observable<string> =>
    this.trainings.getTraining(id).pipe(map((training) => training.title));

  /** Trainings that take participants, the next to begin first. */
  openTrainings(text?: string, states?: TrainingState[], size = 50): Observable<TrainingRow[]> {
    const none = undefined;
    return this.trainings
      .listTrainings(
        text,
        none,
        states ?? ['open', 'running'],
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        'start',
        1,
        size,
      )
      .pipe(map((page) => page.items));
  }

  readonly findPeople = (text: string): Observable<readonly LookupOption[]> =>
    this.employees
      .listEmployees(text, undefined, undefined, undefined, undefined, undefined, undefined, 1, 10)
      .pipe(
        map((page) =>
          page.items.map((one) => ({ value: one.id, text: one.name, detail: `${one.number} · ${one.unitName}` })),
        ),
      );

  private someTrainings(text: string, states?: TrainingState[]): Observable<readonly LookupOption[]> {
    return this.openTrainings(text || undefined, states ?? [], 12).pipe(
      map((rows) => rows.map((row) => ({ value: row.id, text: row.title, detail: row.activityCode }))),
    );
  }

  private options(items: readonly ReferenceItemView[] | undefined): readonly Option[] {
    return (items ?? [])
      .filter((item) => item.state === 'current')
      .map((item) => ({ value: item.code, text: item.name[this.language()] || item.name.id }));
  }
}
