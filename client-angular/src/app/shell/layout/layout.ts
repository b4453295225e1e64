import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { Session } from '@core/session';
import { TranslocoPipe } from '@jsverse/transloco';
import { Trail, UiIcon } from '@ui';
import { filter, map, startWith } from 'rxjs';
import { DemoBanner } from '../demo-banner';
import { LanguageMenu } from '../language-menu';
import { PLACES, SETTINGS, placeOf } from '../places';

/** The frame of every signed-in page: rail, top bar, page; on a phone a bar at the bottom. */
@Component({
  selector: 'app-layout',
  imports: [RouterLink, RouterOutlet, TranslocoPipe, UiIcon, DemoBanner, LanguageMenu],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './layout.html',
  styleUrl: './layout.scss',
})
export class Layout {
  protected readonly session = inject(Session);
  protected readonly trail = inject(Trail);
  private readonly router = inject(Router);

  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
      startWith(this.router.url),
    ),
    { requireSync: true },
  );
  protected readonly moreOpen = signal(false);
  protected readonly places = computed(() => PLACES.filter((place) => place.visible(this.session)));
  protected readonly settings = computed(() => (SETTINGS.visible(this.session) ? SETTINGS : undefined));
  protected readonly here = computed(() => placeOf(this.url()));
  protected readonly onBar = computed(() => this.places().slice(0, 4));
  protected readonly behindMore = computed(() => [...this.places().slice(4), ...(this.settings() ? [SETTINGS] : [])]);
}
