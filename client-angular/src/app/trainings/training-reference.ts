import { Injectable, computed, inject } from '@angular/core';
import { ReferenceDataClient, ReferenceItemView, TrainingRow, TrainingState, TrainingsClient } from '@api';
import { LanguageSwitch } from '@core/language';
import { loaded } from '@core/load';
import { LookupOption, Option } from '@ui';
import { Observable, map } from 'rxjs';
import { EmployeeChoices } from '../shell/employee-choices';
import { UnitChoices } from '../shell/unit-choices';

/** Tables of the institution that forms and filters of trainings choose from. */
@Injectable()
export class TrainingReference {
  private readonly reference = inject(ReferenceDataClient);
  private readonly units = inject(UnitChoices);
  private readonly trainings = inject(TrainingsClient);
  private readonly language = inject(LanguageSwitch).current;

  readonly formItems = loaded(() => this.reference.listReferenceData('developmentForms'));
  private readonly groupItems = loaded(() => this.reference.listReferenceData('workingGroups'));
  private readonly familyItems = loaded(() => this.reference.listReferenceData('jobFamilies'));

  readonly forms = computed(() => this.options(this.formItems.value()?.items));
  readonly groups = computed(() => this.options(this.groupItems.value()?.items));
  readonly families = computed(() => this.options(this.familyItems.value()?.items));

  constructor() {
    this.formItems.load();
    this.groupItems.load();
    this.familyItems.load();
  }

  readonly findUnits = this.units.find;
  readonly nameOfUnit = this.units.describe;
  readonly findPeople = inject(EmployeeChoices).find;

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
