import { FormControl, FormGroup } from '@angular/forms';
import { applyProblem } from '../ui/form/problem-to-form';
import { asProblem, toProblem } from './problem';

const refusal = {
  title: 'Kuota penuh',
  status: 422,
  code: 'training.quota_full',
  errors: [
    {
      code: 'training.quota_full',
      field: null,
      id: { title: 'Kuota penuh', detail: '300 dari 300.' },
      en: { title: 'Quota full', detail: '300 of 300.' },
    },
    { code: 'training.title_required', field: 'Plan.Title', id: { title: 'Judul kosong' }, en: { title: 'No title' } },
  ],
  traceId: 'abc',
};

describe('problems', () => {
  it('carries both languages, the code and the trace', () => {
    const problem = toProblem(422, refusal);
    expect(problem.code).toBe('training.quota_full');
    expect(problem.text('id')).toEqual({ title: 'Kuota penuh', detail: '300 dari 300.' });
    expect(problem.text('en').title).toBe('Quota full');
    expect(problem.traceId).toBe('abc');
  });

  it('keeps refusals of fields apart, under the names of the form', () => {
    expect(toProblem(400, refusal).fields).toEqual([
      { field: 'plan.title', code: 'training.title_required', texts: { id: 'Judul kosong', en: 'No title' } },
    ]);
  });

  it('says in both languages that the server was not reached', () => {
    const problem = toProblem(0, null);
    expect(problem.code).toBe('network');
    expect(problem.mayRetry).toBe(true);
    expect(problem.text('en').detail).toContain('still on this page');
  });

  it.each([undefined, 'proxy error', [], { errors: 'x' }, { errors: [null, 3] }])('survives %j', (body) => {
    expect(toProblem(502, body).text('id').title).not.toBe('');
  });

  it('makes a problem of anything thrown', () => {
    expect(asProblem(new TypeError('x')).code).toBe('unknown');
  });

  it('goes to the field it is about, else to the top of the form', () => {
    const form = new FormGroup({ title: new FormControl('') });
    const homeless = applyProblem(
      form,
      toProblem(400, {
        code: 'x',
        errors: [
          ...refusal.errors.slice(1),
          { code: 'y', field: 'unknown', id: { title: 'Lain' }, en: { title: 'Other' } },
        ],
      }),
      'id',
    );
    expect(form.controls.title.errors).toEqual({ server: 'Judul kosong' });
    expect(homeless).toEqual(['Lain']);
  });
});
