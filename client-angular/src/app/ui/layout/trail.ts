import { Injectable, inject, signal } from '@angular/core';
import { NavigationEnd, NavigationStart, Router } from '@angular/router';
import { filter } from 'rxjs';

export interface TrailStep {
  readonly text: string;
  readonly link?: string | readonly unknown[];
}

/** Where the person is. The shell shows it; the place comes from the address, the last step from the page's header. */
@Injectable({ providedIn: 'root' })
export class Trail {
  private readonly lastStep = signal('');
  private readonly between = signal<readonly TrailStep[]>([]);

  readonly last = this.lastStep.asReadonly();
  readonly middle = this.between.asReadonly();

  constructor() {
    let path = '';
    inject(Router)
      .events.pipe(filter((event) => event instanceof NavigationStart || event instanceof NavigationEnd))
      .subscribe((event) => {
        const arrived = event instanceof NavigationEnd;
        const next = (arrived ? event.urlAfterRedirects : event.url).split('?')[0] ?? '';
        const stays = arrived || next === path;
        path = next;
        // The page has named itself by the time it is arrived at; only its filters and tabs change after that.
        if (stays) return;
        this.lastStep.set('');
        this.between.set([]);
      });
  }

  setLast(text: string): void {
    this.lastStep.set(text);
  }

  /** Steps between the place in the rail and this page, for instance the training of a certificate batch. */
  setMiddle(steps: readonly TrailStep[]): void {
    this.between.set(steps);
  }
}
