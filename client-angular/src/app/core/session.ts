import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { EMPTY, Observable, catchError, map, of, switchMap, tap } from 'rxjs';
import { Device } from './device';
import { dropDesks } from './kept-desks';
import { LanguageSwitch } from './language';
import { Problem, asProblem } from './problem';

/** What GetCurrentUser answers; also to a visitor, because the sign-in page needs the institution. */
export interface SessionAnswer {
  user?: SessionUser | null;
  institution?: Institution;
  environment?: { isDemo: boolean; name: string; version: string };
}

export interface SessionUser {
  id: string;
  name: string;
  email: string;
  employeeId?: string | null;
  unitName?: string | null;
  roles: readonly string[];
  heldRoles: readonly HeldRole[];
  permissions: readonly string[];
  twoFactorEnabled: boolean;
  /** Nothing else is open before the second step of signing in is set up. */
  secondStepRequired?: boolean;
}

export interface HeldRole {
  role: string;
  unitId?: string | null;
  unitName?: string | null;
  source: string;
}

export interface Institution {
  name: string;
  shortName: string;
  centreName: string;
  logoUrl?: string | null;
  /** IANA name. */
  timeZone: string;
  language: string;
  /** There is a page on which people from outside register. */
  publicRegistration?: boolean;
  /** What the institution calls a role, where it has a word of its own. */
  roleTerms?: Readonly<Record<string, { id: string; en: string }>>;
}

const UNKNOWN_INSTITUTION: Institution = {
  name: 'Pionir',
  shortName: 'Pionir',
  centreName: '',
  timeZone: 'Asia/Jakarta',
  language: 'id',
};

/** Who is here, what they may do, and in whose house. Buttons follow an object's `can…` flags; places follow this. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly language = inject(LanguageSwitch);
  private readonly device = inject(Device);
  private readonly answer = signal<SessionAnswer | undefined>(undefined);
  private readonly failure = signal<Problem | undefined>(undefined);

  readonly user = computed(() => this.answer()?.user ?? undefined);
  readonly signedIn = computed(() => this.user() !== undefined);
  readonly known = computed(() => this.answer() !== undefined);
  readonly problem = this.failure.asReadonly();
  readonly isDemo = computed(() => this.answer()?.environment?.isDemo === true);
  readonly version = computed(() => this.answer()?.environment?.version ?? '');
  readonly institution = computed(() => this.answer()?.institution ?? UNKNOWN_INSTITUTION);
  private readonly permissions = computed(() => new Set(this.user()?.permissions.map(lower)));
  private readonly roles = computed(() => new Set(this.user()?.roles.map(lower)));

  constructor() {
    // Somebody signed out or in from another window: what this one shows belongs to nobody here any more.
    this.device.listen((person) => {
      if (this.signedIn() && person !== this.user()?.id) this.device.startAnew(person ? '/' : '/sign-in');
    });
  }

  /** True when the person holds any of the permissions (`trainingsPlan`, …). */
  can(...permissions: string[]): boolean {
    return permissions.some((permission) => this.permissions().has(lower(permission)));
  }

  is(...roles: string[]): boolean {
    return roles.some((role) => this.roles().has(lower(role)));
  }

  /** Asks the server who is here. An answer of 401 is an answer: nobody. */
  refresh(): Observable<SessionAnswer | undefined> {
    return this.http.get<SessionAnswer>('/api/v1/session').pipe(
      tap((answer) => {
        this.take(answer);
      }),
      catchError((error: unknown) => {
        const problem = asProblem(error);
        if (problem.status === 401) this.take({});
        else this.failure.set(problem);
        return of(undefined);
      }),
      map(() => this.answer()),
    );
  }

  /** `code` when the authenticator's code is asked for next. */
  signIn(email: string, password: string): Observable<'in' | 'code'> {
    return this.entered(this.http.post<SignInAnswer>('/api/v1/session', { email, password }));
  }

  verify(code: string): Observable<'in' | 'code'> {
    return this.entered(this.http.post<SignInAnswer>('/api/v1/session/code', { code }));
  }

  /** Ends with a page loaded anew, on which nothing is left of the person who was here. */
  signOut(): Observable<never> {
    return this.http.delete('/api/v1/session').pipe(
      switchMap(() => {
        const person = this.user()?.id;
        if (person) this.device.forget(person);
        dropDesks(() => true);
        this.device.tell(undefined);
        this.device.startAnew('/sign-in');
        return EMPTY;
      }),
    );
  }

  private entered(answer: Observable<SignInAnswer>): Observable<'in' | 'code'> {
    return answer.pipe(
      switchMap(({ codeRequired }) =>
        codeRequired ? of('code' as const) : this.refresh().pipe(map(() => 'in' as const)),
      ),
    );
  }

  private take(answer: SessionAnswer): void {
    const before = this.user()?.id;
    const now = answer.user?.id;
    this.failure.set(undefined);
    this.answer.set(answer);
    if (now && now !== before) {
      this.device.tell(now);
      if (before) this.device.startAnew('/');
    }
    // A roster is for whoever took it along; nobody else finds it here.
    dropDesks(({ person }) => person !== now);
    this.language.suggest(answer.institution?.language);
  }
}

interface SignInAnswer {
  codeRequired: boolean;
}

function lower(value: string): string {
  return value.charAt(0).toLowerCase() + value.slice(1);
}
