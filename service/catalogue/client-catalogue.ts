import type { ClientSession, Connection } from 'mongoose';
import type { AddTargetFieldRequest, ChangeTargetFieldRequest } from '#shared/schemas/target-field.schema.ts';
import { targetFields, type TargetField } from '#shared/target-fields.ts';
import type { AuditLog } from '../access/audit-log.ts';
import type { Actor } from '../access/principal.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import { ownedBy, type Tenant } from '../access/tenant.ts';
import type { ClientTargetFieldDocument } from '../models/client-target-field.model.ts';
import { AppError, notFound } from '../platform/app-error.ts';
import type { Clock } from '../platform/clock.ts';
import { inTransaction } from '../platform/database/mongo.ts';

interface CatalogueDependencies {
  connection: Connection;
  /** Shared by the engagements of a client account. */
  clientFields: TenantCollection<ClientTargetFieldDocument>;
  audit: AuditLog;
  clock: Clock;
}

/** The actor of a change, and the field it is about. */
interface CatalogueRequest {
  tenant: Tenant;
  actor: Actor;
  name: string;
}

/** A field as a client sees it. */
export interface CatalogueField {
  field: TargetField;
  aliases: readonly string[];
  isOwn: boolean;
  isRetired: boolean;
  /** 0 while the client has changed nothing of it. */
  version: number;
}

/** The built-in target fields with the client's additions, other names and retirements. */
export class ClientCatalogue {
  private readonly deps: CatalogueDependencies;
  /** The list of a client, kept while nothing in it changes: engines prepare themselves once per list. */
  private readonly lists = new Map<string, { stamp: string; fields: readonly TargetField[] }>();

  constructor(dependencies: CatalogueDependencies) {
    this.deps = dependencies;
  }

  /** Fields that can be suggested and chosen: all that are not retired. */
  async activeFields(tenant: Tenant, session?: ClientSession): Promise<readonly TargetField[]> {
    const changes = await this.deps.clientFields.list(tenant, {}, { name: 1 }, session);
    if (changes.length === 0) return targetFields;
    const stamp = changes.map(({ name, version }) => `${name}:${version}`).join();
    const known = this.lists.get(tenant.clientAccountId);
    if (known?.stamp === stamp) return known.fields;
    const fields = merged(changes)
      .filter(({ isRetired }) => !isRetired)
      .map(({ field, aliases }) => (aliases.length === 0 ? field : { ...field, aliases }));
    if (this.lists.size >= LISTS_MAX) this.lists.delete(this.lists.keys().next().value ?? '');
    this.lists.set(tenant.clientAccountId, { stamp, fields });
    return fields;
  }

  /** Retired ones too, which are marked. */
  async allFields(tenant: Tenant | null): Promise<CatalogueField[]> {
    return merged(tenant === null ? [] : await this.deps.clientFields.list(tenant, {}, { name: 1 }));
  }

  /** @throws AppError target_field_exists for a name in use */
  async add(request: CatalogueRequest, { name, aliases, ...own }: AddTargetFieldRequest): Promise<CatalogueField> {
    return inTransaction(this.deps.connection, async (session) => {
      const known = await this.deps.clientFields.find(request.tenant, { name }, session);
      if (known !== null || builtIn.has(name))
        throw new AppError(
          'target_field_exists',
          `There is a field ${name} already. Change it, or choose another name.`,
        );
      const added = { own: { ...own, critical: false }, aliases, is_retired: false, version: 1 };
      await this.write('add', request, added, session);
      return this.one(request, session);
    });
  }

  /** @throws AppError not_found; precondition_required and precondition_failed for the version */
  async change(
    request: CatalogueRequest & { ifMatch: number | undefined },
    { aliases, retired }: ChangeTargetFieldRequest,
  ): Promise<CatalogueField> {
    if (request.ifMatch === undefined)
      throw new AppError('precondition_required', 'Send If-Match with the version of the field you read.');
    return inTransaction(this.deps.connection, async (session) => {
      const known = await this.deps.clientFields.find(request.tenant, { name: request.name }, session);
      if (known === null && !builtIn.has(request.name)) throw notFound('target field');
      if ((known?.version ?? 0) !== request.ifMatch)
        throw new AppError('precondition_failed', 'The field was changed since you read it. Read it again.');
      const next = {
        own: known?.own ?? null,
        aliases: aliases ?? known?.aliases ?? [],
        is_retired: retired ?? known?.is_retired ?? false,
        version: (known?.version ?? 0) + 1,
      };
      await this.write('change', request, next, session);
      return this.one(request, session);
    });
  }

  private async write(
    act: 'add' | 'change',
    { tenant, actor, name }: CatalogueRequest,
    content: Pick<ClientTargetFieldDocument, 'own' | 'aliases' | 'is_retired' | 'version'>,
    session: ClientSession,
  ): Promise<void> {
    const document = {
      _id: `${tenant.clientAccountId}:${name}`,
      ...ownedBy(tenant),
      name,
      ...content,
      changed_by: actor.name,
      updated_at: this.deps.clock.now(),
    };
    await this.deps.clientFields.replaceAll(tenant, [document], session);
    const details = { aliases: content.aliases.length, is_retired: content.is_retired };
    await this.deps.audit.record({ actor, action: `target_field.${act}`, subject: name, tenant, details }, session);
  }

  private async one({ tenant, name }: CatalogueRequest, session: ClientSession): Promise<CatalogueField> {
    const found = merged(await this.deps.clientFields.list(tenant, { name }, { name: 1 }, session)).find(
      ({ field }) => field.name === name,
    );
    if (found === undefined) throw notFound('target field');
    return found;
  }
}

const LISTS_MAX = 100;

const builtIn: ReadonlyMap<string, TargetField> = new Map(targetFields.map((field) => [field.name, field]));

/** Built-in fields in their order, then the client's own by name. */
function merged(changes: readonly ClientTargetFieldDocument[]): CatalogueField[] {
  const byName = new Map(changes.map((change) => [change.name, change]));
  const own = changes.flatMap(({ name, own: definition }) =>
    definition === null || builtIn.has(name) ? [] : [{ name, ...definition }],
  );
  return [...targetFields, ...own].map((field) => {
    const change = byName.get(field.name);
    return {
      field,
      aliases: change?.aliases ?? [],
      isOwn: !builtIn.has(field.name),
      isRetired: change?.is_retired ?? false,
      version: change?.version ?? 0,
    };
  });
}
