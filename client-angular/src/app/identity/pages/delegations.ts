import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatRadioModule } from '@angular/material/radio';
import { ActingKind, DelegationClient, DelegationRow } from '@api';
import { Formats } from '@core/formats';
import { act } from '@core/load';
import { Session } from '@core/session';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import {
  Confirm,
  StateTone,
  UiCell,
  UiFieldError,
  UiFormPage,
  UiListPage,
  UiLookup,
  UiRowActions,
  UiState,
  fileAddress,
  listState,
} from '@ui';
import { map } from 'rxjs';

const TONES: Record<string, StateTone> = { toCome: 'info', inForce: 'good', over: 'draft', ended: 'bad' };

/** Acting heads of the centre: the office handed on for some days by a written order. */
@Component({
  selector: 'app-delegations',
  imports: [
    ReactiveFormsModule,
    MatButtonModule,
    MatDatepickerModule,
    MatFormFieldModule,
    MatInputModule,
    MatRadioModule,
    TranslocoPipe,
    UiCell,
    UiFieldError,
    UiFormPage,
    UiListPage,
    UiLookup,
    UiRowActions,
    UiState,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './delegations.html',
  styles: `
    section {
      margin-bottom: var(--space-5);
    }
    h2 {
      margin-bottom: var(--space-4);
    }
    .dates {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
      gap: var(--space-4);
    }
  `,
})
export class Delegations {
  private readonly api = inject(DelegationClient);
  private readonly formats = inject(Formats);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  protected readonly mayDelegate = inject(Session).can('delegationManage');
  protected readonly tones = TONES;
  protected readonly adding = signal(false);

  protected readonly form = new FormGroup({
    delegateId: new FormControl<string | null>(null, Validators.required),
    kind: new FormControl<ActingKind>('plh', { nonNullable: true }),
    startsOn: new FormControl('', { nonNullable: true, validators: Validators.required }),
    endsOn: new FormControl('', { nonNullable: true, validators: Validators.required }),
    letterNumber: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.maxLength(100)],
    }),
  });
  protected readonly find = (text: string) =>
    this.api
      .findDelegates(text || undefined)
      .pipe(map((list) => list.map(({ id, name }) => ({ value: id, text: name }))));

  protected readonly list = listState<DelegationRow>({
    name: 'delegations',
    id: (row) => row.id,
    columns: [
      { key: 'who', label: 'identity.delegations.who', main: true, value: (row) => row.delegateName },
      {
        key: 'kind',
        label: 'identity.delegations.kind',
        value: (row) => row.kind.toUpperCase().slice(0, 1) + row.kind.slice(1),
      },
      {
        key: 'dates',
        label: 'identity.delegations.dates',
        value: (row) => this.formats.dateRange(row.startsOn, row.endsOn),
      },
      { key: 'letter', label: 'identity.delegations.letter', value: (row) => row.letterNumber },
      { key: 'state', label: 'identity.delegations.state' },
      { key: 'by', label: 'identity.delegations.by', hidden: true, value: (row) => row.createdByName },
      { key: 'reason', label: 'identity.delegations.endReason', hidden: true, value: (row) => row.endReason },
    ],
    export: (format, query) => fileAddress('/api/v1/delegations/export', format, query),
    load: ({ page, size }) => this.api.listDelegations(page, size),
  });

  protected readonly delegate = act(
    () => {
      const { delegateId, ...rest } = this.form.getRawValue();
      return this.api.delegateHeadOfCentre({ ...rest, delegateId: delegateId ?? '' });
    },
    {
      done: 'identity.delegations.done',
      problems: 'page',
      then: () => {
        this.adding.set(false);
        this.form.reset();
        this.list.reload();
      },
    },
  );
  private readonly ending = act((id: string, reason: string) => this.api.endDelegation(id, { reason }), {
    done: 'identity.delegations.ended',
    then: () => {
      this.list.reload();
    },
  });

  protected async end(row: DelegationRow): Promise<void> {
    const answer = await this.confirm.ask({
      title: this.transloco.translate('identity.delegations.endTitle', { name: row.delegateName }),
      text: this.transloco.translate('identity.delegations.endText'),
      action: this.transloco.translate('identity.delegations.end'),
      reason: 'required',
      destructive: true,
    });
    if (answer) await this.ending.run(row.id, answer.reason);
  }
}
