import { Injectable, inject, signal } from '@angular/core';
import {
  BulkAnswer,
  EmployeesClient,
  ExternalBody,
  ImportedParticipantsAnswer,
  ParticipantsClient,
  RefusedPersonAnswer,
} from '@api';
import { Language } from '@core/language';
import { act, loaded } from '@core/load';
import { Problem, asProblem } from '@core/problem';
import { Notices } from '@core/notices';
import { LookupOption } from '@ui';
import { EmployeeChoices } from '../../shell/employee-choices';
import { Decisions } from '../decisions';
import { Observable, Subject, catchError, concatMap, from, map, of, reduce } from 'rxjs';

/** The people of one training. */
@Injectable()
export class ParticipantsStore {
  private readonly api = inject(ParticipantsClient);
  private readonly decisions = inject(Decisions);
  private readonly employees = inject(EmployeesClient);
  private readonly notices = inject(Notices);
  private readonly choices = inject(EmployeeChoices);

  /** Something changed: lists ask again. */
  readonly changed = new Subject<void>();
  /** For whom nothing could be done, and why. */
  readonly refused = signal<readonly RefusedPersonAnswer[]>([]);
  /** Invited, but nobody can write to them. */
  readonly unreachable = signal<readonly RefusedPersonAnswer[]>([]);
  /** Two officers on one list: who was second sees what the first did. */
  private readonly lookAgain = () => {
    this.refresh();
  };

  readonly summary = loaded((training: string) => this.api.getParticipantSummary(training));
  readonly offers = loaded((training: string) => this.api.listInvitations(training, undefined, 1, 100));

  readonly nominate = act(
    (training: string, employeeIds: string[], note: string | undefined) =>
      this.api.nominateParticipants(training, { employeeIds, note, recommended: false }),
    { done: 'participants.nominated', then: () => this.refresh() },
  );
  readonly recommended = loaded((training: string) => this.api.recommendParticipants(training, undefined, 1, 50));
  readonly takeRecommended = act(
    (training: string, employeeIds: string[]) =>
      this.api.nominateParticipants(training, { employeeIds, recommended: true }),
    { done: 'participants.nominated', then: () => this.refresh() },
  );
  readonly addExternal = act(
    (training: string, person: ExternalBody) => this.api.addExternalParticipant(training, person),
    { done: 'participants.added', problems: 'page', then: () => this.refresh() },
  );
  readonly preview = act((training: string, file: File) => this.upload(training, file, true), { problems: 'page' });
  readonly import = act((training: string, file: File) => this.upload(training, file, false), {
    done: 'participants.imported',
    problems: 'page',
    then: () => this.refresh(),
  });
  readonly invite = act(
    (training: string, participantIds: string[]) => this.api.inviteParticipants(training, { participantIds }),
    { then: (outcome) => this.tell(outcome, 'participants.invited'), failed: this.lookAgain },
  );
  readonly withdraw = act(
    (training: string, participantIds: string[], reason: string) =>
      this.api.withdrawParticipant(training, { participantIds, reason }),
    { then: (outcome) => this.tell(outcome, 'participants.withdrawn'), failed: this.lookAgain },
  );
  readonly confirm = act(
    (training: string, participant: string, confirm: boolean, reason?: string) =>
      this.api.confirmParticipation(training, participant, { confirm, reason }),
    { done: 'participants.answered', then: () => this.refresh(), failed: this.lookAgain },
  );
  /** Answers that came on paper or by telephone, one after the other; who is refused does not stop the next. */
  readonly confirmMany = act(
    (training: string, people: readonly { id: string; name: string }[]) =>
      from(people).pipe(
        concatMap(({ id, name }) =>
          this.api.confirmParticipation(training, id, { confirm: true }).pipe(
            map((done): Went => ({ done: [done], refused: [] })),
            catchError((failed: unknown) => of({ done: [], refused: [refusedPerson(name, asProblem(failed))] })),
          ),
        ),
        reduce((all, one): Went => ({ done: [...all.done, ...one.done], refused: [...all.refused, ...one.refused] }), {
          done: [],
          refused: [],
        } as Went),
      ),
    { then: (outcome) => this.tell(outcome, 'participants.confirmed'), failed: this.lookAgain },
  );
  readonly sendMail = act(
    (training: string, participant: string, email: string | undefined) =>
      this.api.sendParticipantMail(training, participant, { email }),
    { done: 'participants.mailSent', then: () => this.refresh(), failed: this.lookAgain },
  );
  readonly replace = act(
    (training: string, participant: string, replacementId: string, reason: string) =>
      this.api.replaceParticipant(training, participant, { replacementId, reason }),
    { done: 'participants.replaced', then: () => this.refresh(), failed: this.lookAgain },
  );
  readonly decide = act(
    (participantIds: string[], approve: boolean, reason?: string) =>
      this.decisions.send(participantIds, approve, reason),
    {
      then: (outcome) => {
        this.decisions.tell(outcome, (refused) => {
          this.show(refused);
        });
        this.show(outcome.refused);
      },
      failed: this.lookAgain,
    },
  );

  findEmployee(text: string): Observable<readonly LookupOption[]> {
    return this.employees
      .listEmployees(text || undefined, undefined, undefined, true, undefined, undefined, undefined, 1, 10)
      .pipe(map((page) => page.items.map(this.choices.option)));
  }

  findReplacement(training: string, text: string): Observable<readonly LookupOption[]> {
    return this.api
      .listParticipants(training, ['approved', 'reserve'], undefined, text || undefined, 'rank', 1, 20)
      .pipe(map((page) => page.items.map((one) => ({ value: one.id, text: one.name, detail: one.affiliation }))));
  }

  private upload(training: string, file: File, preview: boolean): Observable<ImportedParticipantsAnswer> {
    return this.api.importParticipants(training, preview, { data: file, fileName: file.name });
  }

  /** How many were done; those who were not stand on the page with the reason. */
  private tell(outcome: Went, key: string): void {
    const refused = outcome.refused.length;
    this.notices.say(refused > 0 ? key : `${key}All`, { done: outcome.done.length, refused });
    if (outcome.reservesOffered) this.notices.say('participants.reservesOffered', { count: outcome.reservesOffered });
    this.unreachable.set(
      outcome.done.flatMap(({ notice }) =>
        notice?.code === 'participant.no_address' ? [{ name: '', errors: [notice] }] : [],
      ),
    );
    this.show(outcome.refused);
  }

  private show(refused: readonly RefusedPersonAnswer[]): void {
    this.refused.set(refused);
    this.refresh();
  }

  private refresh(): void {
    this.summary.reload();
    this.changed.next();
  }
}

/** An act on many, also one that is sent person by person. */
type Went = Pick<BulkAnswer, 'done' | 'refused'> & Partial<BulkAnswer>;

function refusedPerson(name: string, problem: Problem): RefusedPersonAnswer {
  const say = (language: Language) => {
    const { title, detail } = problem.text(language);
    return { title, detail: detail ?? title };
  };
  return { name, errors: [{ code: problem.code, id: say('id'), en: say('en') }] };
}
