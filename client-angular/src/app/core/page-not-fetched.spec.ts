import { DOCUMENT, EnvironmentInjector, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NavigationError, Router } from '@angular/router';
import { Notices } from './notices';
import { pageNotFetched } from './page-not-fetched';

describe('a page whose parts could not be fetched', () => {
  async function open({ stood, answers }: { stood: boolean; answers: boolean }) {
    const loaded: string[] = [];
    const said: number[] = [];
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.stubGlobal('fetch', () => (answers ? Promise.resolve({ ok: true }) : Promise.reject(new Error('offline'))));
    TestBed.configureTestingModule({
      providers: [
        { provide: Router, useValue: { lastSuccessfulNavigation: signal(stood ? {} : null) } },
        { provide: Notices, useValue: { problem: ({ status }: { status: number }) => said.push(status) } },
        { provide: DOCUMENT, useValue: { defaultView: { location: { assign: (url: string) => loaded.push(url) } } } },
      ],
    });
    const failed = new NavigationError(2, '/my-year', new Error('Failed to fetch dynamically imported module'));
    await runInInjectionContext(TestBed.inject(EnvironmentInjector), () => pageNotFetched(failed));
    return { loaded, said };
  }

  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('is loaded anew when the server answers: its parts have new names after an upgrade', async () => {
    expect(await open({ stood: true, answers: true })).toEqual({ loaded: ['/my-year'], said: [] });
  });

  it('says that the server is out of reach', async () => {
    expect(await open({ stood: true, answers: false })).toEqual({ loaded: [], said: [0] });
  });

  it('is not loaded again and again when it never stood', async () => {
    expect(await open({ stood: false, answers: true })).toEqual({ loaded: [], said: [0] });
  });
});
