import { HttpClient } from '@angular/common/http';
import { Injectable, Signal, computed, effect, inject, signal, untracked } from '@angular/core';
import { Device } from './device';
import { Session } from './session';

export type JobState = 'queued' | 'running' | 'succeeded' | 'failed';

/** Long work on the server, as GetJob tells it. */
export interface Job {
  id: string;
  kind?: string;
  subject?: string;
  state: JobState;
  done: number;
  /** 0 while not yet known. */
  total: number;
  /** Summary of a finished job, such as counts. */
  result?: unknown;
  errorCode?: string | null;
  /** Why it failed, in both languages. */
  error?: { id: string; en: string } | null;
}

export interface FollowedJob extends Job {
  /** Translation key or text said by the page that started it. */
  label: string;
  /** Page to open when it is done. */
  link?: string;
}

const ENDED: readonly JobState[] = ['succeeded', 'failed'];

/** The tray of one person's long work: it can be left, and is found again after a reload. */
@Injectable({ providedIn: 'root' })
export class Jobs {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly place = computed(() => {
    const person = this.session.user()?.id;
    return person && Device.place(person, 'jobs');
  });
  private readonly followed = signal<readonly FollowedJob[]>([]);
  private readonly sources = new Map<string, EventSource>();

  readonly all = this.followed.asReadonly();
  readonly running = computed(() => this.followed().filter((job) => !ENDED.includes(job.state)));

  constructor() {
    effect(() => {
      const place = this.place();
      untracked(() => {
        for (const { id, label, link } of place ? read(place) : []) this.follow(id, label, link);
      });
    });
  }

  /** Begins to follow a job; call it with the id of the 202 answer. */
  follow(id: string, label: string, link?: string): Signal<FollowedJob | undefined> {
    if (!this.followed().some((job) => job.id === id)) {
      this.followed.update((all) => [{ id, label, link, state: 'queued', done: 0, total: 0 }, ...all]);
      this.keep();
      this.listen(id);
    }
    return this.of(id);
  }

  of(id: string): Signal<FollowedJob | undefined> {
    return computed(() => this.followed().find((job) => job.id === id));
  }

  dismiss(id: string): void {
    this.sources.get(id)?.close();
    this.sources.delete(id);
    this.followed.update((all) => all.filter((job) => job.id !== id));
    this.keep();
  }

  static hasEnded(job: Job): boolean {
    return ENDED.includes(job.state);
  }

  private listen(id: string): void {
    const source = new EventSource(`/api/v1/jobs/${id}/events`);
    this.sources.set(id, source);
    const receive = (event: MessageEvent<string>) => {
      this.take(id, JSON.parse(event.data) as Partial<Job>);
    };
    source.onmessage = receive;
    source.addEventListener('job', receive);
    source.onerror = () => {
      // The browser reconnects by itself while the source is open; a closed one is asked for once more, plainly.
      if (source.readyState === EventSource.CLOSED) this.ask(id);
    };
  }

  private ask(id: string): void {
    this.http.get<Job>(`/api/v1/jobs/${id}`).subscribe({
      next: (job) => {
        this.take(id, job);
      },
      error: () => {
        this.dismiss(id);
      },
    });
  }

  private take(id: string, job: Partial<Job>): void {
    this.followed.update((all) => all.map((old) => (old.id === id ? { ...old, ...job, id } : old)));
    const now = this.followed().find((known) => known.id === id);
    if (now && Jobs.hasEnded(now)) {
      this.sources.get(id)?.close();
      this.sources.delete(id);
    }
  }

  private keep(): void {
    const kept = this.followed().map(({ id, label, link }) => ({ id, label, link }));
    const place = this.place();
    if (place) sessionStorage.setItem(place, JSON.stringify(kept));
  }
}

function read(place: string): { id: string; label: string; link?: string }[] {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? '[]') as { id: string; label: string; link?: string }[];
  } catch {
    return [];
  }
}
