import { describe, expect, it } from 'vitest';
import { CompletionView } from '@api';
import { completionPoints } from './completion-points';

const say = (key: string, values?: Record<string, unknown>) => [key, ...Object.values(values ?? {})].join(' ');
const view = (
  certificates?: CompletionView['certificates'],
  externalCertificateRequired = false,
  gap: Partial<CompletionView['gap']> = {},
  unmeasured = 0,
) =>
  ({
    willPass: 12,
    willFail: 3,
    jp: 10,
    unmeasured,
    certificates,
    gap: { marks: 0, scores: 0, certificates: 0, meetings: 0, ...gap },
    rule: { externalCertificateRequired },
  }) as CompletionView;

describe('what completing will do', () => {
  it('opens certificates the first time', () => {
    expect(completionPoints(view(), say)).toEqual(['willPass 12 10', 'willFail 3', 'opensCertificates']);
    expect(completionPoints(view({ revoked: 0, outdated: 0, untouched: 0 }), say)).toHaveLength(3);
  });

  it('opens none where the organiser gives them', () => {
    expect(completionPoints(view(undefined, true), say)).toEqual(['willPass 12 10', 'willFail 3']);
  });

  it('says what was not filled in before it counts against people', () => {
    expect(completionPoints(view(undefined, true, { marks: 6, certificates: 2, meetings: 3 }), say).slice(2)).toEqual([
      'gapMarks 6',
      'gapCertificates 2',
      'gapMeetings 3',
    ]);
  });

  it('warns of those who pass though nothing was measured of them', () => {
    expect(completionPoints(view(undefined, true, {}, 12), say)).toContain('unmeasured 12');
  });

  it('counts what becomes of certificates given before it was opened again', () => {
    expect(completionPoints(view({ revoked: 1, outdated: 4, untouched: 0 }), say).slice(2, 5)).toEqual([
      'certificatesRevoked 1',
      'certificatesOutdated 4',
      'certificatesUntouched 0',
    ]);
  });
});
