import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { UnitChoices } from './unit-choices';

const UNIT = { id: 'u1', code: '01', name: 'Biro Umum', depth: 1, active: true };

describe('the choice of a unit', () => {
  let units: UnitChoices;
  let server: HttpTestingController;
  let shown: string[];
  const look = () =>
    units
      .find('biro')
      .subscribe({ next: (all) => (shown = all.map(({ text }) => text ?? '')), error: () => (shown = ['?']) });
  const answer = (name: string) => {
    server.expectOne('/api/v1/units').flush([{ ...UNIT, name }]);
  };

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    units = TestBed.inject(UnitChoices);
    server = TestBed.inject(HttpTestingController);
    shown = [];
  });

  afterEach(() => {
    server.verify();
  });

  it('asks the server once', () => {
    look();
    answer('Biro Umum');
    look();
    expect(shown).toEqual(['Biro Umum']);
  });

  it('asks again after a failure', () => {
    look();
    server.expectOne('/api/v1/units').error(new ProgressEvent('offline'));
    expect(shown).toEqual(['?']);
    look();
    answer('Biro Umum');
    expect(shown).toEqual(['Biro Umum']);
  });

  it('asks again when an import has changed the units', () => {
    look();
    answer('Biro Umum');
    units.forget();
    look();
    answer('Biro Hukum');
    expect(shown).toEqual(['Biro Hukum']);
  });
});
