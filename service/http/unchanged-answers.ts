import { hash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { ChangeFeed } from '../platform/change-feed.ts';

/** Forgotten all at once when there are more; about 500 bytes each. */
const REMEMBERED_MAX = 10_000;

/** A 304 as it was given, and whose change ends it. */
export interface UnchangedAnswer {
  subject: string;
  headers: Record<string, string>;
}

/**
 * The 304s that were given and would be given again: the same key, tenant, path and entity tag get the same answer until
 * the document it is about changes or any API key does. Nothing is decided here: every answer was first given by the
 * whole way through authentication, role, tenant and database (docs/decisions/0020).
 */
export class UnchangedAnswers {
  private readonly feed: ChangeFeed;
  private readonly answers = new Map<string, UnchangedAnswer>();
  private readonly bySubject = new Map<string, Set<string>>();

  /** @param keyCollection whose every change makes all answers forgotten: a key may have been revoked */
  constructor(feed: ChangeFeed, keyCollection: string) {
    this.feed = feed;
    feed.onEveryChange(({ collection, id }) => {
      if (id === null || collection === keyCollection) this.clear();
      else this.forget(id);
    });
  }

  /** Answers what is known; comes before everything that costs. */
  answer(accept: (request: Request, response: Response) => void): RequestHandler {
    return (request, response, next) => {
      const known = isConditional(request) && this.feed.isCurrent ? this.answers.get(digestOf(request)) : undefined;
      if (known === undefined) return next();
      accept(request, response);
      response.writeHead(304, known.headers).end();
    };
  }

  /** Where the feed stands before the answer is made; null when nothing can be remembered now. */
  begin(): number | null {
    return this.feed.isCurrent ? this.feed.position : null;
  }

  /** Only what nothing has changed since `begin`: what was read then is still so. */
  remember(request: Request, answer: UnchangedAnswer, begun: number | null): void {
    if (begun === null || begun !== this.begin() || !isConditional(request)) return;
    if (this.answers.size >= REMEMBERED_MAX) this.clear();
    const digest = digestOf(request);
    this.answers.set(digest, answer);
    const digests = this.bySubject.get(answer.subject) ?? new Set();
    this.bySubject.set(answer.subject, digests.add(digest));
  }

  /** This process changed something; what is being read now is not remembered either. */
  forgetAll(): void {
    this.feed.announce({ collection: null, id: null });
  }

  private forget(subject: string): void {
    for (const digest of this.bySubject.get(subject) ?? []) this.answers.delete(digest);
    this.bySubject.delete(subject);
  }

  private clear(): void {
    this.answers.clear();
    this.bySubject.clear();
  }
}

function isConditional(request: Request): boolean {
  return request.method === 'GET' && request.headers['if-none-match'] !== undefined;
}

/** Of everything an answer depends on. No header can hold a line break, so that no two calls look alike. */
function digestOf({ headers, originalUrl }: Request): string {
  const { authorization, 'x-client-account-id': client, 'x-engagement-id': engagement } = headers;
  const parts = [authorization, client, engagement, headers['if-none-match'], originalUrl];
  return hash('sha256', parts.map((part) => part ?? '\n').join('\n'), 'base64');
}
