import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { Observable, catchError, map, of, tap } from 'rxjs';
import { LanguageSwitch } from './language';
import { Problem, asProblem } from './problem';

/** What GetCurrentUser answers; also for a visitor, because the sign-in page needs the institution. */
export interface SessionAnswer {
  user?: SessionUser | null;
  institution?: Partial<Institution> | null;
  environment?: { isDemo?: boolean; name?: string } | null;
}

export interface SessionUser {
  id: string;
  name: string;
  email?: string | null;
  employeeId?: string | null;
  unitName?: string | null;
  roles: readonly string[];
  permissions: readonly string[];
  twoFactorEnabled?: boolean;
}

export interface Institution {
  name: string;
  shortName: string;
  logoUrl?: string;
  timeZone: string;
  language: string;
  centreName?: string;
}

const DEFAULT_INSTITUTION: Institution = {
  name: 'Pionir',
  shortName: 'Pionir',
  timeZone: 'Asia/Jakarta',
  language: 'id',
};

/** Who is here, what they may do, and in whose house. Buttons follow an object's `can…` flags; places follow this. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly language = inject(LanguageSwitch);
  private readonly answer = signal<SessionAnswer | undefined>(undefined);
  private readonly failure = signal<Problem | undefined>(undefined);

  readonly user = computed(() => this.answer()?.user ?? undefined);
  readonly signedIn = computed(() => this.user() !== undefined);
  readonly known = computed(() => this.answer() !== undefined);
  readonly problem = this.failure.asReadonly();
  readonly isDemo = computed(() => this.answer()?.environment?.isDemo === true);
  readonly institution = computed<Institution>(() => {
    const given = Object.entries(this.answer()?.institution ?? {}).filter(([, value]) => value);
    return { ...DEFAULT_INSTITUTION, ...(Object.fromEntries(given) as Partial<Institution>) };
  });
  private readonly permissions = computed(() => new Set(this.user()?.permissions.map(lower)));
  private readonly roles = computed(() => new Set(this.user()?.roles.map(lower)));

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

  take(answer: SessionAnswer): void {
    this.failure.set(undefined);
    this.answer.set(answer);
    this.language.suggest(answer.institution?.language);
  }

  /** Signed out or expired: the institution stays known. */
  forget(): void {
    this.answer.update((answer) => ({ ...answer, user: null }));
  }
}

function lower(value: string): string {
  return value.charAt(0).toLowerCase() + value.slice(1);
}
