import { HttpErrorResponse, HttpInterceptorFn } from '@angular/common/http';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { toProblem } from '../problem';

/** Every failed request reaches the page as a Problem, whichever client made it. */
export const problemInterceptor: HttpInterceptorFn = (request, next) =>
  next(request).pipe(
    catchError((error: unknown) =>
      error instanceof HttpErrorResponse
        ? from(readBody(error)).pipe(switchMap((body) => throwError(() => toProblem(error.status, body))))
        : throwError(() => error),
    ),
  );

/** The generated client asks for blobs, so the body of a problem arrives as one. */
async function readBody(error: HttpErrorResponse): Promise<unknown> {
  const body: unknown = error.error;
  const text = body instanceof Blob ? await body.text() : body;
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
