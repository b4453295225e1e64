import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { CalendarClient, CalendarFeedKind, CalendarFeedView } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { act, loaded } from '@core/load';
import { Notices } from '@core/notices';
import { Session } from '@core/session';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiEmpty, UiFieldError, UiIcon, UiLookup, UiPageHeader, UiProblem, UiWaiting } from '@ui';
import { TrainingReference } from '../training-reference';

/** Secret addresses for the calendar program of phone and office. Shown once, replaced when lost. */
@Component({
  selector: 'app-calendar-feeds',
  imports: [
    FORMAT_PIPES,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    MatSelectModule,
    ReactiveFormsModule,
    TranslocoPipe,
    UiEmpty,
    UiFieldError,
    UiIcon,
    UiLookup,
    UiPageHeader,
    UiProblem,
    UiWaiting,
  ],
  providers: [TrainingReference],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-page-header [title]="'trainings.feeds.title' | transloco" [subtitle]="'trainings.feeds.help' | transloco" />
    @if (address(); as made) {
      <section class="card made" role="status">
        <h2>{{ 'trainings.feeds.made' | transloco }}</h2>
        <p>{{ 'trainings.feeds.once' | transloco }}</p>
        <div class="row">
          <code class="grow">{{ made }}</code>
          <button matButton="filled" type="button" (click)="copy(made)">
            <ui-icon name="copy" /> {{ 'trainings.feeds.copy' | transloco }}
          </button>
        </div>
      </section>
    }
    <form class="card stack" [formGroup]="form" (ngSubmit)="send()">
      <h2>{{ 'trainings.feeds.new' | transloco }}</h2>
      <div class="fields">
        <mat-form-field>
          <mat-label>{{ 'trainings.feeds.kind' | transloco }}</mat-label>
          <mat-select formControlName="kind">
            <mat-select-trigger>{{ 'trainings.feeds.of.' + form.controls.kind.value | transloco }}</mat-select-trigger>
            @for (kind of kinds; track kind) {
              <mat-option [value]="kind">{{ 'trainings.feeds.of.' + kind | transloco }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
        @if (form.controls.kind.value === 'unit') {
          <ui-lookup
            [label]="'trainings.column.unit' | transloco"
            [control]="form.controls.unitId"
            [find]="reference.findUnits"
            [describe]="reference.nameOfUnit"
          />
        }
        <mat-form-field>
          <mat-label>{{ 'trainings.feeds.name' | transloco }}</mat-label>
          <input matInput formControlName="name" />
          <mat-error><ui-field-error [control]="form.controls.name" /></mat-error>
        </mat-form-field>
      </div>
      <div>
        <button matButton="filled" type="submit" [disabled]="create.running()">
          {{ 'trainings.feeds.create' | transloco }}
        </button>
      </div>
    </form>
    @if (feeds.value(); as mine) {
      <h2>{{ 'trainings.feeds.mine' | transloco }}</h2>
      <ul>
        @for (feed of mine; track feed.id) {
          <li>
            <ui-icon name="calendar" />
            <div class="grow">
              {{ feed.name }}
              <div class="small muted">
                {{ 'trainings.feeds.of.' + feed.kind | transloco }}{{ feed.unitName ? ' · ' + feed.unitName : '' }} ·
                {{ feed.createdAt | dayTime }}
              </div>
            </div>
            <button matButton type="button" (click)="ask(feed)">{{ 'trainings.feeds.revoke' | transloco }}</button>
          </li>
        } @empty {
          <li class="nothing">
            <ui-empty [title]="'trainings.feeds.none' | transloco" [text]="'trainings.feeds.noneHelp' | transloco" />
          </li>
        }
      </ul>
    } @else if (feeds.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="feeds.reload()" />
    } @else {
      <ui-waiting />
    }
  `,
  styles: `
    .card {
      margin-bottom: var(--space-5);
    }
    .made {
      background: var(--state-good-surface);
    }
    code {
      overflow-wrap: anywhere;
    }
    h2 {
      margin: 0;
      font-size: 1rem;
    }
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
      gap: var(--space-3) var(--space-4);
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      padding: var(--space-3) 0;
      border-bottom: var(--line);
    }
    .nothing {
      display: block;
      border-bottom: 0;
    }
  `,
})
export class CalendarFeeds {
  private readonly api = inject(CalendarClient);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(Session);
  protected readonly reference = inject(TrainingReference);
  protected readonly kinds: CalendarFeedKind[] = [
    ...(this.session.user()?.employeeId ? (['person'] as const) : []),
    ...(this.session.can('trainingsRead') ? (['unit'] as const) : []),
    'public',
  ];
  protected readonly address = signal('');
  protected readonly form = new FormGroup({
    kind: new FormControl<CalendarFeedKind>(this.kinds[0] ?? 'public', { nonNullable: true }),
    unitId: new FormControl<string | null>(null),
    name: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(100)] }),
  });
  protected readonly feeds = loaded(() => this.api.listCalendarFeeds());
  protected readonly create = act(() => this.api.createCalendarFeed(this.form.getRawValue()), {
    then: (made) => {
      this.address.set(location.origin + made.path);
      this.form.controls.name.reset();
      this.feeds.reload();
    },
  });
  private readonly revoke = act((id: string) => this.api.revokeCalendarFeed(id), {
    done: 'trainings.feeds.revoked',
    then: () => {
      this.feeds.reload();
    },
  });

  constructor() {
    this.feeds.load();
  }

  protected async send(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.valid) await this.create.run();
  }

  protected async copy(address: string): Promise<void> {
    await navigator.clipboard.writeText(address);
    this.notices.say('trainings.feeds.copied');
  }

  protected async ask(feed: CalendarFeedView): Promise<void> {
    const answer = await this.confirm.ask({
      title: this.transloco.translate('trainings.feeds.revokeTitle'),
      text: this.transloco.translate('trainings.feeds.revokeText', { name: feed.name }),
      action: this.transloco.translate('trainings.feeds.revoke'),
      destructive: true,
    });
    if (answer) await this.revoke.run(feed.id);
  }
}
