import { toProblem } from '@core/problem';
import { CopyNotes, CopyProgress } from './copy-notes';

/** Reads the file as it is made and tells how far it is; refusals are problems, as everywhere. */
export async function fetchCopy(
  address: string,
  tell: (progress: CopyProgress) => void,
  signal: AbortSignal,
): Promise<File> {
  const response = await answered(address, signal);
  if (!response.ok || !response.body) {
    throw toProblem(response.status, await response.json().catch(() => undefined));
  }
  const notes = new CopyNotes();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => fail(error, signal));
    if (done) break;
    pieces.push(value);
    const progress = notes.read(value);
    if (progress) tell(progress);
  }
  return new File(pieces, nameOf(response), { type: 'application/pdf' });
}

async function answered(address: string, signal: AbortSignal): Promise<Response> {
  return fetch(address, { signal }).catch((error: unknown) => fail(error, signal));
}

function fail(error: unknown, signal: AbortSignal): never {
  throw signal.aborted ? error : toProblem(0, undefined);
}

function nameOf(response: Response): string {
  return /filename="?([^";]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'salinan-cetak.pdf';
}
