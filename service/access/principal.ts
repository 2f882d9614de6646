import { trusted } from 'mongoose';
import { AppError } from '../platform/app-error.ts';
import { tenantIdSchema } from '#shared/schemas/common.schema.ts';
import { roleIncludes, type Role } from '#shared/statuses.ts';
import type { Tenant } from './tenant.ts';

/** The caller: the key, its role and its grant. null in the grant means any. */
export interface Principal {
  keyId: string;
  keyName: string;
  /** Another one once what the key is granted has changed. */
  keyRevision: number;
  role: Role;
  clientAccountId: string | null;
  engagementId: string | null;
}

/** The author of an act: the name and the id of the key; null: no person's key. */
export interface Actor {
  name: string;
  keyId: string | null;
}

export const actorOf = ({ keyName, keyId }: Principal): Actor => ({ name: keyName, keyId });

/** The tenant that the context headers ask for; they select within the key's grant and never widen it. */
export interface RequestedContext {
  clientAccountId: string | undefined;
  engagementId: string | undefined;
}

/** Whether this key may see everything, and so may name new clients and engagements. */
export function hasAllAccess(principal: Principal): boolean {
  return principal.role === 'admin' && principal.clientAccountId === null && principal.engagementId === null;
}

export function assertRole(principal: Principal, needed: Role): void {
  if (roleIncludes(principal.role, needed)) return;
  throw new AppError(
    'forbidden',
    `This needs the role ${needed}; the key "${principal.keyName}" has the role ${principal.role}.`,
  );
}

interface ContextProblem {
  field: 'X-Client-Account-Id' | 'X-Engagement-Id';
  message: string;
}

/**
 * The tenant a call acts on: from the headers, else from the key.
 *
 * @returns the problems when a part is missing or malformed
 * @throws AppError forbidden when the headers name what the key is not granted
 */
export function selectTenant(
  principal: Principal,
  requested: RequestedContext,
): { tenant: Tenant } | { problems: ContextProblem[] } {
  const clientAccountId = requested.clientAccountId ?? principal.clientAccountId ?? undefined;
  const engagementId = requested.engagementId ?? principal.engagementId ?? undefined;
  const problems = [
    ...contextProblems('X-Client-Account-Id', clientAccountId),
    ...contextProblems('X-Engagement-Id', engagementId),
  ];
  if (problems.length > 0 || clientAccountId === undefined || engagementId === undefined) return { problems };
  const isGranted =
    (principal.clientAccountId === null || principal.clientAccountId === clientAccountId) &&
    (principal.engagementId === null || principal.engagementId === engagementId);
  if (!isGranted) throw new AppError('forbidden', 'This key is not granted that client account and engagement.');
  return { tenant: { clientAccountId, engagementId } };
}

/** The tenant when the call names one, else null: for answers that are worth reading without one. */
export function findTenant(principal: Principal, requested: RequestedContext): Tenant | null {
  const selected = selectTenant(principal, requested);
  return 'tenant' in selected ? selected.tenant : null;
}

/** @throws AppError missing_context that lists the missing or malformed parts */
export function requireTenant(principal: Principal, requested: RequestedContext): Tenant {
  const selected = selectTenant(principal, requested);
  if ('tenant' in selected) return selected.tenant;
  const detail = selected.problems.map(({ message }) => message).join(' ');
  throw new AppError('missing_context', detail, {
    problems: selected.problems.map((problem) => ({ code: 'missing_context', row: null, column: null, ...problem })),
  });
}

function contextProblems(field: ContextProblem['field'], value: string | undefined): ContextProblem[] {
  if (value === undefined || value === '') return [{ field, message: `Send the header ${field}.` }];
  const parsed = tenantIdSchema.safeParse(value);
  return parsed.success ? [] : [{ field, message: `${field}: ${parsed.error.issues[0]?.message ?? 'not valid'}` }];
}

/** The filter for keys that may act somewhere the caller may. */
export function overlapping(caller: Principal) {
  const orAny = (id: string | null) => (id === null ? null : trusted({ $in: [id, null] }));
  const [client, engagement] = [orAny(caller.clientAccountId), orAny(caller.engagementId)];
  return {
    ...(client !== null && { client_account_id: client }),
    ...(engagement !== null && { engagement_id: engagement }),
  };
}

/** The filter for documents within the caller's grant. */
export function within(caller: Principal): { client_account_id?: string; engagement_id?: string } {
  return {
    ...(caller.clientAccountId === null ? {} : { client_account_id: caller.clientAccountId }),
    ...(caller.engagementId === null ? {} : { engagement_id: caller.engagementId }),
  };
}
