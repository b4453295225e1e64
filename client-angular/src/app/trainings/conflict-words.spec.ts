import { TestBed } from '@angular/core/testing';
import { Formats } from '@core/formats';
import { merge } from '@core/merge';
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
    const theirs = { title: 'Baru', form: 'diklat', start: '2026-03-10', quota: 30, allowsSelfApplication: false };
    const mine = { title: 'Lama', form: 'diklat', start: '2026-03-09', quota: 30, allowsSelfApplication: true };
    const fields = words().differences(merge(theirs, mine, theirs).mine, 'trainings.field');

    expect(fields).toEqual([
      { key: 'title', label: 'trainings.field.title', mine: 'Lama', theirs: 'Baru' },
      { key: 'start', label: 'trainings.field.start', mine: 'day 2026-03-09', theirs: 'day 2026-03-10' },
      {
        key: 'allowsSelfApplication',
        label: 'trainings.field.allowsSelfApplication',
        mine: 'trainings.yes',
        theirs: 'trainings.no',
      },
    ]);
  });

  it('takes an empty text and nothing for the same', () => {
    const found = [{ path: 'venue', mine: '', theirs: null }];
    expect(words().differences(found, 'x')).toEqual([]);
  });

  it('names competencies and instructors instead of their ids', () => {
    const fields = words().differences(
      [
        { path: 'competencies', mine: [{ competencyId: '1', title: 'Arsip', level: 2 }], theirs: [] },
        {
          path: 'instructors',
          mine: [{ name: 'Sari', institution: 'UI' }],
          theirs: [{ name: 'Sari', institution: null }],
        },
      ],
      'x',
    );

    expect(fields.map(({ mine, theirs }) => [mine, theirs])).toEqual([
      ['Arsip (2)', ''],
      ['Sari, UI', 'Sari'],
    ]);
  });
});
