import { Injector, inject } from '@angular/core';

/** The dialog and its code load only when a session ended under an open page. */
export function askToSignInAgain(): () => Promise<boolean> {
  const injector = inject(Injector);
  return async () => {
    const { openSignInAgain } = await import('./sign-in-again-dialog');
    return openSignInAgain(injector);
  };
}
