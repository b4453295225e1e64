import type { Language } from './language';

export interface ProblemText {
  title: string;
  detail?: string;
}

/** A refusal or failure as the API tells it (problem details, RFC 9457), or as the page finds it without an answer. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    /** Stable code such as `training.quota_full`; `network` and `unknown` come from the page itself. */
    readonly code: string,
    private readonly texts: Partial<Record<Language, ProblemText>>,
    /** Refused fields of the request, in the request's own camelCase paths. */
    readonly fields: readonly FieldProblem[] = [],
    readonly traceId?: string,
    /** Whatever else the answer carried, for a page that knows the code. */
    readonly extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(texts.en?.title ?? texts.id?.title ?? code);
    this.name = 'Problem';
  }

  text(language: Language): ProblemText {
    return this.texts[language] ?? this.texts.id ?? this.texts.en ?? { title: this.code };
  }

  /** Parts of the address whose values the API does not know. */
  get misread(): readonly string[] {
    return this.fields.filter(({ code }) => code === 'request.value_unknown').map(({ field }) => field);
  }

  /** Without an answer, or turned away for a moment: the same request may be sent again. */
  get mayRetry(): boolean {
    return (
      this.status === 0 || this.status === 429 || this.status === 502 || this.status === 503 || this.status === 504
    );
  }
}

export interface FieldProblem {
  field: string;
  code?: string;
  texts: Partial<Record<Language, string>>;
}

const NETWORK: Record<Language, ProblemText> = {
  id: {
    title: 'Server tidak terjangkau',
    detail: 'Sambungan terputus. Isian Anda tetap ada di halaman ini; coba lagi sebentar lagi.',
  },
  en: {
    title: 'The server cannot be reached',
    detail: 'The connection was lost. What you entered is still on this page; try again in a moment.',
  },
};

const UNKNOWN: Record<Language, ProblemText> = {
  id: {
    title: 'Permintaan tidak dapat diselesaikan',
    detail: 'Terjadi gangguan pada server. Isian Anda tetap ada; coba lagi, dan sampaikan kode galat bila terulang.',
  },
  en: {
    title: 'The request could not be completed',
    detail: 'The server had a fault. What you entered is kept; try again, and pass on the error code if it repeats.',
  },
};

/** Reads any error body into a Problem; never throws, whatever came back. */
export function toProblem(status: number, body: unknown): Problem {
  if (status === 0) return new Problem(0, 'network', NETWORK);
  if (!isRecord(body)) return new Problem(status, 'unknown', UNKNOWN);

  const { title, detail, code, errors, traceId, ...rest } = body;
  const items = Array.isArray(errors) ? errors.filter(isRecord) : [];
  return new Problem(
    status,
    typeof code === 'string' ? code : 'unknown',
    readTexts(items[0], title, detail),
    items.flatMap(readField),
    typeof traceId === 'string' ? traceId : undefined,
    rest,
  );
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(-1, 'unknown', UNKNOWN);
}

/** The first refusal speaks for all, in both languages; the plain title is there for answers of other hands. */
function readTexts(
  first: Record<string, unknown> | undefined,
  title: unknown,
  detail: unknown,
): Partial<Record<Language, ProblemText>> {
  const id = readText(first?.['id']);
  const en = readText(first?.['en']);
  if (id || en) return { id, en };
  return typeof title === 'string' ? { id: { title, detail: stringOrNothing(detail) } } : UNKNOWN;
}

function readText(text: unknown): ProblemText | undefined {
  if (!isRecord(text) || typeof text['title'] !== 'string') return undefined;
  return { title: text['title'], detail: stringOrNothing(text['detail']) };
}

function readField(item: Record<string, unknown>): FieldProblem[] {
  const field = stringOrNothing(item['field']);
  if (!field) return [];
  const words = (language: Language) => {
    const text = readText(item[language]);
    return text && (text.detail ?? text.title);
  };
  return [
    { field: camelCased(field), code: stringOrNothing(item['code']), texts: { id: words('id'), en: words('en') } },
  ];
}

function camelCased(path: string): string {
  return path
    .split('.')
    .map((part) => part.charAt(0).toLowerCase() + part.slice(1))
    .join('.');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringOrNothing(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
