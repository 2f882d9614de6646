import { hash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { RevisionWatch } from '../platform/revision-watch.ts';

/** Forgotten all at once when there are more; about 500 bytes each. */
const REMEMBERED_MAX = 2_000;
/** An answer is not believed when the last look for changes is longer ago, ms. */
const UNSEEN_MAX_MS = 1_500;

/** A document that an answer depends on: the answer holds as long as the document has this revision. */
export interface Subject {
  id: string;
  revision: number;
}

interface Answer {
  headers: Record<string, string>;
  subjects: readonly Subject[];
  /** The key it was given to. */
  keyId: string;
}

interface KnownAnswer extends Answer {
  /** When the request began it was first given to, and when it was remembered (`performance.now()`). */
  begunAt: number;
  rememberedAt: number;
}

/** The answers that depend on a document. */
interface Dependents {
  revision: number;
  digests: Set<string>;
  /** Stops watching it. */
  leave: () => void;
}

/** When an answer began to be made, and how many changes this process had made by then. */
export interface Begun {
  at: number;
  ownChanges: number;
}

/**
 * The 304s that were given and would be given again: the same key, tenant, path and entity tag get the same answer until
 * the document it is about changes or the key is revoked. Nothing is decided here: every answer was first given by the
 * whole way through authentication, role, tenant and database (docs/decisions/0020).
 */
export class UnchangedAnswers {
  private readonly watch: RevisionWatch;
  private readonly noteUse: (keyId: string) => void;
  private readonly answers = new Map<string, KnownAnswer>();
  private readonly bySubject = new Map<string, Dependents>();
  private ownChanges = 0;

  /** @param noteUse told of each answer, since nobody else sees the key used */
  constructor(watch: RevisionWatch, noteUse: (keyId: string) => void) {
    this.watch = watch;
    this.noteUse = noteUse;
  }

  /** Answers known polls; comes before every handler that costs. */
  answer(accept: (request: Request, response: Response) => void): RequestHandler {
    return (request, response, next) => {
      const known = isConditional(request) ? this.answers.get(digestOf(request)) : undefined;
      if (known === undefined || !this.holds(known)) return next();
      this.noteUse(known.keyId);
      accept(request, response);
      response.writeHead(304, known.headers).end();
    };
  }

  begin(): Begun {
    return { at: performance.now(), ownChanges: this.ownChanges };
  }

  /** Not when this process changed something since `begun`: the answer may be older than the change. */
  remember(request: Request, answer: Answer, begun: Begun): void {
    if (begun.ownChanges !== this.ownChanges || !isConditional(request)) return;
    if (this.answers.size >= REMEMBERED_MAX) this.clear();
    const digest = digestOf(request);
    for (const subject of answer.subjects) this.dependentsOf(subject).digests.add(digest);
    this.answers.set(digest, { ...answer, begunAt: begun.at, rememberedAt: performance.now() });
  }

  /** This process changed something; answers that are being read now are not remembered either. */
  forgetAll(): void {
    this.ownChanges += 1;
    this.clear();
  }

  /** A look that began before the answer was stored did not include its documents. */
  private holds({ begunAt, rememberedAt }: KnownAnswer): boolean {
    const { lastSeenAt } = this.watch;
    const seenAt = lastSeenAt >= rememberedAt ? lastSeenAt : begunAt;
    return performance.now() - seenAt <= UNSEEN_MAX_MS;
  }

  /** Of two revisions one is out of date: answers of the other are forgotten, and the next look tells if these are. */
  private dependentsOf({ id, revision }: Subject): Dependents {
    const known = this.bySubject.get(id);
    if (known?.revision === revision) return known;
    this.forget(id);
    const leave = this.watch.watch(id, revision, () => this.forget(id));
    const dependents = { revision, digests: new Set<string>(), leave };
    this.bySubject.set(id, dependents);
    return dependents;
  }

  private forget(id: string): void {
    for (const digest of [...(this.bySubject.get(id)?.digests ?? [])]) this.drop(digest);
  }

  private drop(digest: string): void {
    const known = this.answers.get(digest);
    this.answers.delete(digest);
    for (const { id } of known?.subjects ?? []) {
      const dependents = this.bySubject.get(id);
      dependents?.digests.delete(digest);
      if (dependents?.digests.size !== 0) continue;
      dependents.leave();
      this.bySubject.delete(id);
    }
  }

  private clear(): void {
    for (const digest of [...this.answers.keys()]) this.drop(digest);
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
