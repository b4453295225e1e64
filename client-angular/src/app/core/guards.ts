import { inject } from '@angular/core';
import { CanActivateFn, CanMatchFn, Router, UrlMatcher } from '@angular/router';
import { map, of } from 'rxjs';
import { keptDesks } from './kept-desks';
import { Session } from './session';

/** Where the second step of signing in is set up. */
const OWN_ACCOUNT = '/profile';

/** Signed in, or to the sign-in page with the way back. */
export const signedIn: CanActivateFn = ({ queryParams }, state) => {
  const session = inject(Session);
  const router = inject(Router);
  const known = session.known() ? of(undefined) : session.refresh();
  return known.pipe(
    map(() => {
      if (session.user()?.secondStepRequired && !state.url.startsWith(OWN_ACCOUNT))
        return router.createUrlTree([OWN_ACCOUNT]);
      if (session.signedIn()) return true;
      if (session.problem()) {
        // In a class room without a network the desk goes on with what was kept of it, at the session chosen before.
        const page = keptDesks().length > 0 ? '/class-desk' : '/unreachable';
        return router.createUrlTree([page], { queryParams: { session: queryParams['session'], back: state.url } });
      }
      const back = state.url === '/' ? {} : { back: state.url };
      return router.createUrlTree(['/sign-in'], { queryParams: back });
    }),
  );
};

/** `canActivate: [needs('usersManage')]`: any of the permissions, else to the page that says who can help. */
export function needs(...permissions: string[]): CanActivateFn {
  return () => {
    const session = inject(Session);
    return session.can(...permissions) || inject(Router).createUrlTree(['/no-access']);
  };
}

/** A context owns the addresses that begin with these words; its chunk loads only for them. */
export function owns(...words: string[]): UrlMatcher {
  return (segments) => (segments[0] && words.includes(segments[0].path) ? { consumed: [] } : null);
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `canMatch: [byId]`: the second word of the address is an id; anything else ends at the page that is not there. */
export const byId: CanMatchFn = (_, segments) => ID.test(segments[1]?.path ?? '');
