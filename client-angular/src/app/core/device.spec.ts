import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Device } from './device';

describe('a page loaded anew', () => {
  const replace = vi.fn();

  function startAnew(address: string): unknown {
    const location = { origin: 'https://pionir.contoh.go.id', replace };
    TestBed.configureTestingModule({
      providers: [{ provide: DOCUMENT, useValue: { defaultView: { location, addEventListener: vi.fn() } } }],
    });
    TestBed.inject(Device).startAnew(address);
    return replace.mock.lastCall?.[0];
  }

  it('is the one that was asked for', () => {
    expect(startAnew('/trainings/1?tab=attendance')).toBe('/trainings/1?tab=attendance');
  });

  it.each(['https://lain.contoh', '//lain.contoh', String.raw`/\lain.contoh`, 'javascript:alert(1)', 'http://['])(
    'is never another, as %s would be',
    (address) => {
      expect(startAnew(address)).toBe('/');
    },
  );
});
