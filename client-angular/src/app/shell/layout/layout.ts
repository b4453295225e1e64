import { ChangeDetectionStrategy, Component, DOCUMENT, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatMenuModule } from '@angular/material/menu';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { LanguageSwitch } from '@core/language';
import { Session } from '@core/session';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Trail, TrailStep, UiIcon } from '@ui';
import { filter, map, startWith } from 'rxjs';
import { DemoBanner } from '../demo-banner';
import { LanguageMenu } from '../language-menu';
import { PLACES, Place, SETTINGS, linkOf, placeOf } from '../places';
import { SearchButton } from '../search/search-button';
import { SETTINGS_PAGES } from '../settings-pages';
import { Bell } from '../top/bell';
import { JobTray } from '../top/job-tray';
import { MarksWaiting } from '../top/marks-waiting';
import { MeMenu } from '../top/me-menu';

const ON_BAR = 4;

/** The frame of every signed-in page: rail, top bar, page; on a phone a bar at the bottom. */
@Component({
  selector: 'app-layout',
  imports: [
    MatMenuModule,
    RouterLink,
    RouterOutlet,
    TranslocoPipe,
    UiIcon,
    Bell,
    DemoBanner,
    JobTray,
    LanguageMenu,
    MarksWaiting,
    MeMenu,
    SearchButton,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './layout.html',
  styleUrl: './layout.scss',
  host: { '[class.demo]': 'session.isDemo()' },
})
export class Layout {
  protected readonly session = inject(Session);
  private readonly pageTrail = inject(Trail);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageSwitch);
  private readonly document = inject(DOCUMENT);

  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
      startWith(this.router.url),
    ),
    { requireSync: true },
  );
  protected readonly places = computed(() => PLACES.filter((place) => place.visible(this.session)));
  protected readonly settings = computed(() => (SETTINGS.visible(this.session) ? SETTINGS : undefined));
  protected readonly here = computed(() => placeOf(this.url()));
  protected readonly onBar = computed(() => this.places().slice(0, ON_BAR));
  protected readonly behindMore = computed(() => [
    ...this.places().slice(ON_BAR),
    ...(this.settings() ? [SETTINGS] : []),
  ]);
  protected readonly hereIsBehindMore = computed(() => this.behindMore().some((place) => place === this.here()));

  protected readonly trail = computed<TrailStep[]>(() => {
    this.language.texts();
    // Some pages of the settings are open to everybody from elsewhere; the settings themselves are not.
    const here = this.here();
    const place = here?.visible(this.session) ? here : undefined;
    const steps: TrailStep[] = place
      ? [
          {
            text: this.word(`shell.places.${place.key}`),
            // One's own record lies among the employees for everybody; their list does not.
            link: place.visible(this.session) ? this.linkOf(place) : undefined,
          },
        ]
      : [];
    const path = this.url().split(/[?#]/)[0] ?? '';
    const page = SETTINGS_PAGES.find(({ link }) => path === link || path.startsWith(`${link}/`));
    if (page) steps.push({ text: this.word(`shell.settings.${page.key}.title`), link: page.link });
    steps.push(...this.pageTrail.middle());
    const last = this.pageTrail.last();
    // The settings page itself is named already, in the shorter words of the place that leads to it.
    const named = path === page?.link || steps.at(-1)?.text === last;
    if (last && place?.key !== 'home' && !named) steps.push({ text: last });
    return steps;
  });

  protected skip(event: Event): void {
    event.preventDefault();
    this.document.getElementById('main')?.focus();
  }

  protected otherLanguage(): void {
    this.language.choose(this.language.current() === 'id' ? 'en' : 'id');
  }

  protected linkOf(place: Place): string {
    return linkOf(place, this.session);
  }

  private word(key: string): string {
    return this.transloco.translate(key);
  }
}
