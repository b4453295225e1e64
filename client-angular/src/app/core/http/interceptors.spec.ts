import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { TranslocoService } from '@jsverse/transloco';
import { EMPTY, firstValueFrom } from 'rxjs';
import { Problem, asProblem } from '../problem';
import { concurrencyInterceptor } from './concurrency.interceptor';
import { idempotencyInterceptor } from './idempotency.interceptor';
import { problemInterceptor } from './problem.interceptor';
import { requestHeadersInterceptor } from './request-headers.interceptor';
import { ASK_TO_SIGN_IN_AGAIN, signInAgainInterceptor } from './sign-in-again.interceptor';

describe('requests to the API', () => {
  let http: HttpClient;
  let server: HttpTestingController;
  const ask = vi.fn(() => Promise.resolve(true));
  // Bodies of problems are read asynchronously.
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

  beforeEach(() => {
    ask.mockClear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(
          withInterceptors([
            signInAgainInterceptor,
            idempotencyInterceptor,
            concurrencyInterceptor,
            requestHeadersInterceptor,
            problemInterceptor,
          ]),
        ),
        provideHttpClientTesting(),
        { provide: ASK_TO_SIGN_IN_AGAIN, useValue: ask },
        { provide: TranslocoService, useValue: { setActiveLang: vi.fn(), events$: EMPTY } },
      ],
    });
    http = TestBed.inject(HttpClient);
    server = TestBed.inject(HttpTestingController);
    document.cookie = 'XSRF-TOKEN=first';
  });

  afterEach(() => {
    server.verify();
  });

  it('carry the anti-forgery token only when they change something', () => {
    http.get('/api/v1/trainings').subscribe();
    http.post('/api/v1/trainings', {}).subscribe();
    http.get('/i18n/id.json').subscribe();
    expect(server.expectOne('/i18n/id.json').request.headers.keys()).toEqual([]);
    const [read, write] = server.match('/api/v1/trainings');
    expect(read!.request.headers.has('X-XSRF-TOKEN')).toBe(false);
    expect(write!.request.headers.get('X-XSRF-TOKEN')).toBe('first');
    expect(write!.request.headers.get('Accept-Language')).toBe('id');
  });

  it('fetch a new token once when theirs is outdated', async () => {
    const answer = firstValueFrom(http.post('/api/v1/trainings', {}));
    server
      .expectOne('/api/v1/trainings')
      .flush({ code: 'access.forgery_token', title: 'x' }, { status: 400, statusText: 'Bad Request' });
    await settle();
    document.cookie = 'XSRF-TOKEN=second';
    server.expectOne('/api/v1/session').flush({});
    const again = server.expectOne('/api/v1/trainings');
    expect(again.request.headers.get('X-XSRF-TOKEN')).toBe('second');
    again.flush({ done: true });
    expect(await answer).toEqual({ done: true });
  });

  it('keep their key until the server has answered', async () => {
    const send = () => http.post('/api/v1/trainings', { title: 'A' }).subscribe({ error: () => undefined });
    const key = () => {
      const request = server.expectOne('/api/v1/trainings');
      return { request, key: request.request.headers.get('Idempotency-Key') };
    };
    send();
    const lost = key();
    lost.request.error(new ProgressEvent('offline'));
    await settle();
    send();
    const again = key();
    expect(again.key).toBe(lost.key);
    again.request.flush({});
    send();
    const another = key();
    expect(another.key).not.toBe(lost.key);
    another.request.flush({});
  });

  it('send the version they were made on', () => {
    http.get('/api/v1/trainings/1').subscribe();
    server.expectOne('/api/v1/trainings/1').flush({}, { headers: { ETag: '"7"' } });
    http.put('/api/v1/trainings/1', {}).subscribe();
    http.post('/api/v1/trainings/1/approve', {}).subscribe();
    http.put('/api/v1/trainings/2', {}).subscribe();
    expect(server.expectOne('/api/v1/trainings/1').request.headers.get('If-Match')).toBe('"7"');
    expect(server.expectOne('/api/v1/trainings/1/approve').request.headers.get('If-Match')).toBe('"7"');
    expect(server.expectOne('/api/v1/trainings/2').request.headers.has('If-Match')).toBe(false);
  });

  it('fail as a problem even when the body is a blob', async () => {
    const failure = firstValueFrom(http.get('/api/v1/x', { responseType: 'blob' })).catch(asProblem);
    const text = JSON.stringify({ code: 'training.not_found', title: 'Tidak ditemukan' });
    // The test's DOM cannot read its own blobs.
    const body = Object.assign(new Blob([text]), { text: () => Promise.resolve(text) });
    server.expectOne('/api/v1/x').flush(body, { status: 404, statusText: 'Not Found' });
    const problem = (await failure) as Problem;
    expect(problem).toBeInstanceOf(Problem);
    expect(problem.code).toBe('training.not_found');
  });

  it('wait for the person to sign in again, asked once, and go out again', async () => {
    const first = firstValueFrom(http.get('/api/v1/a'));
    const second = firstValueFrom(http.get('/api/v1/b'));
    const ended = { status: 401, statusText: 'Unauthorized' };
    server.expectOne('/api/v1/a').flush({ code: 'access.not_signed_in', title: 'x' }, ended);
    server.expectOne('/api/v1/b').flush({ code: 'access.not_signed_in', title: 'x' }, ended);
    await settle();
    expect(ask).toHaveBeenCalledTimes(1);
    server.expectOne('/api/v1/a').flush('a');
    server.expectOne('/api/v1/b').flush('b');
    expect([await first, await second]).toEqual(['a', 'b']);
  });
});
