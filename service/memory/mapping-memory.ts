import { trusted, type ClientSession, type Connection } from 'mongoose';
import type { TargetField } from '#shared/target-fields.ts';
import type { AuditLog } from '../access/audit-log.ts';
import { assertCursor } from '../access/page-cursor.ts';
import type { Actor } from '../access/principal.ts';
import type { Page, TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import { headerFingerprint } from '../mapping/remembered.ts';
import type { MappingMemoryDocument } from '../models/mapping-memory.model.ts';
import { AppError, notFound } from '../platform/app-error.ts';
import type { Clock } from '../platform/clock.ts';
import { inTransaction } from '../platform/database/mongo.ts';
import { containingName } from '../platform/database/text-pattern.ts';
import type { ColumnsFromMemory } from './columns-from-memory.ts';
import { learned, lessonsOf, type DecidedColumn } from './lessons.ts';
import { rememberedColumn, type RememberedColumn } from './remembered-column.ts';

interface MemoryDependencies {
  connection: Connection;
  /** Shared by the engagements of a client account. */
  memory: TenantCollection<MappingMemoryDocument>;
  columns: ColumnsFromMemory;
  audit: AuditLog;
  clock: Clock;
}

/** An entry of the tenant's memory, and the actor that asks for it. */
interface MemoryRequest {
  tenant: Tenant;
  memoryId: string;
  actor: Actor;
}

/**
 * The decisions of a client's analysts, per header and kind of values. They are learned in the transaction of the approval,
 * seen by no other client, and can be looked at, corrected and forgotten.
 */
export class MappingMemory {
  private readonly deps: MemoryDependencies;

  constructor(dependencies: MemoryDependencies) {
    this.deps = dependencies;
  }

  /** The entries of these headers, for any kind of values, in one query. */
  async recallFor(tenant: Tenant, headers: readonly string[]): Promise<RememberedColumn[]> {
    const fingerprints = [...new Set(headers.map(headerFingerprint).filter((one) => one !== ''))];
    if (fingerprints.length === 0) return [];
    const found = await this.deps.memory.list(tenant, { fingerprint: trusted({ $in: fingerprints }) }, { _id: 1 });
    return found.map(rememberedColumn);
  }

  /** The newest decision wins, but one in bulk never overrules one on the column itself. @returns how many entries */
  async learn(
    tenant: Tenant,
    columns: readonly DecidedColumn[],
    actor: string,
    session: ClientSession,
  ): Promise<number> {
    const lessons = lessonsOf(tenant, columns);
    if (lessons.size === 0) return 0;
    const known = await this.deps.memory.list(
      tenant,
      { _id: trusted({ $in: [...lessons.keys()] }) },
      { _id: 1 },
      session,
    );
    const byId = new Map(known.map((entry) => [entry._id, entry]));
    const now = this.deps.clock.now();
    const entries = [...lessons.values()].map((lesson) => learned(lesson, byId.get(lesson.id), { tenant, actor, now }));
    await this.deps.memory.replaceAll(tenant, entries, session);
    return entries.length;
  }

  async list(
    tenant: Tenant,
    request: { search?: string | undefined; cursor?: string | undefined; limit: number },
  ): Promise<Page<MappingMemoryDocument>> {
    assertCursor(request.cursor, 'mem_');
    const words = request.search === undefined ? '' : request.search.trim();
    const pattern = containingName(words);
    const filter = words === '' ? {} : { $or: [{ header: pattern }, { target_field: pattern }] };
    return this.deps.memory.page(tenant, filter, request);
  }

  /**
   * Corrects an entry. Undecided columns that came from it follow.
   *
   * @throws AppError not_found; precondition_required and precondition_failed for the version; invalid_request for an unknown field
   */
  async correct(
    request: MemoryRequest & { ifMatch: number | undefined },
    targetField: string | null,
    fields: readonly TargetField[],
  ): Promise<MappingMemoryDocument> {
    if (request.ifMatch === undefined)
      throw new AppError('precondition_required', 'Send If-Match with the version of the entry you read.');
    if (targetField !== null && !fields.some(({ name }) => name === targetField))
      throw new AppError('invalid_request', `"${targetField}" is no target field; GET /target-fields lists them.`);
    return inTransaction(this.deps.connection, async (session) => {
      const entry = await this.getEntry(request, session);
      if (entry.version !== request.ifMatch)
        throw new AppError('precondition_failed', 'The entry was changed since you read it. Read it again.');
      const now = this.deps.clock.now();
      const corrected = {
        ...entry,
        target_field: targetField,
        cleansing: targetField === entry.target_field ? (entry.cleansing ?? null) : null,
        meanings: targetField === entry.target_field ? (entry.meanings ?? []) : [],
        is_explicit: true,
        confirmed_by: request.actor.name,
        confirmed_at: now,
        version: entry.version + 1,
      };
      await this.deps.memory.replaceAll(request.tenant, [corrected], session);
      const correction = { from: entry, to: corrected, fields };
      await this.deps.columns.follow(request.tenant, correction, session);
      await this.record('mapping_memory.correct', request, { from: entry.target_field, to: targetField }, session);
      return corrected;
    });
  }

  /**
   * Un-learns an entry. The next import gets the engine's own suggestion, and so do undecided columns that came from it.
   *
   * @returns how many such columns there were
   * @throws AppError not_found
   */
  async forget(request: MemoryRequest): Promise<number> {
    return inTransaction(this.deps.connection, async (session) => {
      const entry = await this.getEntry(request, session);
      await this.deps.memory.removeAll(request.tenant, { _id: request.memoryId }, session);
      const restored = await this.deps.columns.restoreOwn(request.tenant, [request.memoryId], session);
      const details = { header: entry.header, target_field: entry.target_field, uses: entry.use_count, restored };
      await this.record('mapping_memory.forget', request, details, session);
      return restored;
    });
  }

  /**
   * Un-learns the entries that were decided last in this import, and the meanings decided in it, of open imports too. An
   * entry goes also where other imports took it over in bulk since. Its undecided columns get the engine's own suggestion
   * again.
   */
  async forgetLearnedFrom(tenant: Tenant, dataImportId: string, session: ClientSession): Promise<void> {
    const taught = { 'meanings.data_import_id': dataImportId };
    const unlearn = { $pull: { meanings: { data_import_id: dataImportId } }, $inc: { version: 1 } };
    await this.deps.memory.changeAll(tenant, taught, unlearn, session);
    await this.deps.columns.dropMeaningsFrom(tenant, dataImportId, session);
    const learnedHere = { data_import_id: dataImportId };
    const entries = await this.deps.memory.list(tenant, learnedHere, { _id: 1 }, session);
    await this.deps.memory.removeAll(tenant, learnedHere, session);
    const ids = entries.map(({ _id }) => _id);
    await this.deps.columns.restoreOwn(tenant, ids, session);
  }

  private async getEntry({ tenant, memoryId }: MemoryRequest, session: ClientSession): Promise<MappingMemoryDocument> {
    const entry = await this.deps.memory.find(tenant, { _id: memoryId }, session);
    if (entry === null) throw notFound('remembered mapping');
    return entry;
  }

  private async record(
    action: string,
    { actor, tenant, memoryId }: MemoryRequest,
    details: Record<string, string | number | null>,
    session: ClientSession,
  ): Promise<void> {
    await this.deps.audit.record({ actor, action, subject: memoryId, tenant, details }, session);
  }
}
