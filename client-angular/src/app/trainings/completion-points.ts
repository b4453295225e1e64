import { CompletionView } from '@api';

type Say = (key: string, values?: Record<string, unknown>) => string;

/** What completing will do to how many, one consequence a line. */
export function completionPoints(view: CompletionView, say: Say): string[] {
  return [
    say('willPass', { count: view.willPass, jp: view.jp }),
    say('willFail', { count: view.willFail }),
    ...unmeasuredPoints(view, say),
    ...gapPoints(view, say),
    ...certificatePoints(view, say),
    // The others bring the certificate of their organiser.
    ...(view.rule.externalCertificateRequired ? [] : [say('opensCertificates')]),
  ];
}

/** Who passes by nothing but the word of whoever completes it: they are asked why. */
export function unmeasuredPoints(view: CompletionView, say: Say): string[] {
  return view.unmeasured > 0 ? [say('unmeasured', { count: view.unmeasured })] : [];
}

/** What was not filled in, and counts against people when it is completed now. */
export function gapPoints({ gap }: CompletionView, say: Say): string[] {
  const lines = [
    ['gapMarks', gap.marks],
    ['gapScores', gap.scores],
    ['gapCertificates', gap.certificates],
    ['gapMeetings', gap.meetings],
  ] as const;
  return lines.filter(([, count]) => count > 0).map(([key, count]) => say(key, { count }));
}

/** Certificates given before the training was opened again; none, and there is nothing to say. */
export function certificatePoints(view: CompletionView, say: Say): string[] {
  const { revoked = 0, outdated = 0, untouched = 0 } = view.certificates ?? {};
  if (revoked + outdated + untouched === 0) return [];
  return [
    say('certificatesRevoked', { count: revoked }),
    say('certificatesOutdated', { count: outdated }),
    say('certificatesUntouched', { count: untouched }),
  ];
}
