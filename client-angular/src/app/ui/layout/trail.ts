import { Injectable, inject, signal } from '@angular/core';
import { NavigationStart, Router } from '@angular/router';
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
      .events.pipe(filter((event) => event instanceof NavigationStart))
      .subscribe(({ url }) => {
        const next = url.split('?')[0] ?? '';
        if (next === path) return;
        path = next;
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
