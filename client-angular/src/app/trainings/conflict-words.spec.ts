import { TestBed } from '@angular/core/testing';
import { Formats } from '@core/formats';
import { TranslocoService } from '@jsverse/transloco';
import { ConflictWords } from './conflict-words';
import { TrainingReference } from './training-reference';

describe('ConflictWords', () => {
  function words(): ConflictWords {
    TestBed.configureTestingModule({
      providers: [
        ConflictWords,
        { provide: Formats, useValue: { date: (day: string) => `day ${day}`, money: (sum: number) => `Rp ${sum}` } },
        { provide: TranslocoService, useValue: { translate: (key: string) => key } },
        {
          provide: TrainingReference,
          useValue: { forms: () => [{ value: 'diklat', text: 'Diklat Teknis' }], groups: () => [], families: () => [] },
        },
      ],
    });
    return TestBed.inject(ConflictWords);
  }

  it('says only what differs, in words', () => {
    const fields = words().differences(
      { title: 'Lama', form: 'diklat', start: '2026-03-09', quota: 30, allowsSelfApplication: true },
      { title: 'Baru', form: 'diklat', start: '2026-03-10', quota: 30, allowsSelfApplication: false },
      'trainings.field',
    );

    expect(fields).toEqual([
      { label: 'trainings.field.title', mine: 'Lama', theirs: 'Baru' },
      { label: 'trainings.field.start', mine: 'day 2026-03-09', theirs: 'day 2026-03-10' },
      { label: 'trainings.field.allowsSelfApplication', mine: 'trainings.yes', theirs: 'trainings.no' },
    ]);
  });

  it('takes an empty text and nothing for the same', () => {
    expect(words().differences({ venue: '', room: null }, { venue: null, room: undefined }, 'x')).toEqual([]);
  });

  it('names competencies and instructors instead of their ids', () => {
    const fields = words().differences(
      {
        competencies: [{ competencyId: '1', title: 'Arsip', level: 2 }],
        instructors: [{ name: 'Sari', institution: 'UI' }],
      },
      { competencies: [], instructors: [{ name: 'Sari', institution: null }] },
      'x',
    );

    expect(fields.map(({ mine, theirs }) => [mine, theirs])).toEqual([
      ['Arsip (2)', ''],
      ['Sari, UI', 'Sari'],
    ]);
  });
});
