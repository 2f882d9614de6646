import { apiErrors, type ApiErrorCode, type ExistingFlow, type ProblemItem } from '#shared/api-error.ts';

interface ErrorExtensions {
  problems?: ProblemItem[];
  problems_total?: number;
  existing_flow?: ExistingFlow;
  actions?: ('continue' | 'delete')[];
}

/** An error with a known answer: the error handler sends its code, status and detail as problem+json. */
export class AppError extends Error {
  readonly code: ApiErrorCode;
  readonly extensions: ErrorExtensions;
  readonly retryAfterSeconds: number | null;

  /** @param detail for the reader: the event and the remedy */
  constructor(
    code: ApiErrorCode,
    detail: string,
    extensions: ErrorExtensions = {},
    options: { cause?: unknown; retryAfterSeconds?: number } = {},
  ) {
    super(detail, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.extensions = extensions;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }

  get status(): number {
    return apiErrors[this.code].status;
  }
}

/** The one answer for a thing that does not exist and for one of another tenant: the two cannot be told apart. */
export function notFound(what: string): AppError {
  return new AppError('not_found', `No ${what} with this id exists for this client account and engagement.`);
}
