import { Injectable, inject } from '@angular/core';
import { DictionariesClient, DictionaryDecree, DictionaryView } from '@api';
import { act, loaded } from '@core/load';
import { Problem } from '@core/problem';

@Injectable()
export class DictionaryStore {
  private readonly api = inject(DictionariesClient);

  readonly dictionary = loaded((code: string, number: number) => this.api.getDictionary(code, number));
  readonly competency = loaded((code: string, number: number, competency: string) =>
    this.api.getCompetency(code, number, competency),
  );

  readonly publish = act(
    (version: DictionaryView, decree: DictionaryDecree) =>
      this.api.publishDictionary(version.code, version.number, decree, `"${version.edition}"`),
    {
      done: 'competencies.published',
      problems: 'page',
      then: () => this.dictionary.reload(),
      failed: (problem) => this.look(problem),
    },
  );

  readonly discard = act(
    (version: DictionaryView) => this.api.discardDictionary(version.code, version.number, `"${version.edition}"`),
    { done: 'competencies.discarded', failed: (problem) => this.look(problem) },
  );

  /** Somebody else replaced the draft: what it is now stands behind the refusal. */
  private look(problem: Problem): void {
    if (problem.status === 412) this.dictionary.reload();
  }
}
