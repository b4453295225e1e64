import { DOCUMENT, inject } from '@angular/core';
import { NavigationError, Router } from '@angular/router';
import { Notices } from './notices';
import { toProblem } from './problem';

/**
 * The parts of a page could not be fetched, and without a word a press on its link would do nothing. After an upgrade the
 * parts have new names: the page is loaded anew. Otherwise the server is out of reach, and the page says so.
 */
export async function pageNotFetched({ url, error }: NavigationError): Promise<void> {
  const [router, notices, window] = [inject(Router), inject(Notices), inject(DOCUMENT).defaultView];
  console.error(error);
  // Only from a page that stood: one that fails from its first load on would be loaded for ever.
  const stood = router.lastSuccessfulNavigation() !== null;
  const answers = await fetch('/health/live').then(
    ({ ok }) => ok,
    () => false,
  );
  if (stood && answers) window?.location.assign(url);
  else notices.problem(toProblem(0, undefined));
}
