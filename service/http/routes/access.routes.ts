import type { ApiKeyView, AuditEventView } from '#shared/schemas/access.schema.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { ApiKeys } from '../../access/api-keys.ts';
import type { AuditLog } from '../../access/audit-log.ts';
import type { EngagementRegister } from '../../access/engagement-register.ts';
import { hasAllAccess } from '../../access/principal.ts';
import type { Route, RouteMaker } from '../handle-endpoint.ts';

interface AccessRouteServices {
  apiKeys: ApiKeys;
  audit: AuditLog;
  engagements: EngagementRegister;
}

export function accessRoutes({ route }: RouteMaker, services: AccessRouteServices): Route[] {
  return [
    route(endpoints.getSession, ({ principal }) =>
      Promise.resolve({
        body: {
          key_id: principal.keyId,
          key_name: principal.keyName,
          role: principal.role,
          client_account_id: principal.clientAccountId,
          engagement_id: principal.engagementId,
          may_create_engagements: hasAllAccess(principal),
        },
      }),
    ),
    route(endpoints.listEngagements, async ({ principal, query }) => {
      const { items, nextCursor } = await services.engagements.list(principal, query);
      const present = items.map(({ client_account_id, engagement_id, created_at }) => ({
        client_account_id,
        engagement_id,
        created_at: created_at.toISOString(),
      }));
      return { body: { items: present, next_cursor: nextCursor } };
    }),
    route(endpoints.createApiKey, async ({ principal, body }) => {
      const { expires_at: expires = null, ...key } = body;
      const expiresAt = expires === null ? null : new Date(expires);
      const { document, apiKey } = await services.apiKeys.create(principal, { ...key, expiresAt });
      return { body: { ...presentKey(document), api_key: apiKey } };
    }),
    route(endpoints.listApiKeys, async ({ principal, query }) => {
      const { items, nextCursor } = await services.apiKeys.list(principal, query);
      return { body: { items: items.map(presentKey), next_cursor: nextCursor } };
    }),
    route(endpoints.listAuditEvents, async ({ principal, query: { cursor, limit, ...filter } }) => {
      const { items, nextCursor } = await services.audit.list(principal, filter, { cursor, limit });
      return { body: { items: items.map(presentEvent), next_cursor: nextCursor } };
    }),
    route(endpoints.revokeApiKey, async ({ principal, params }) => ({
      body: presentKey(await services.apiKeys.revoke(principal, params.key_id)),
    })),
  ];
}

function presentKey(key: Awaited<ReturnType<ApiKeys['revoke']>>): ApiKeyView {
  return {
    key_id: key._id,
    name: key.name,
    role: key.role,
    client_account_id: key.client_account_id,
    engagement_id: key.engagement_id,
    created_at: key.created_at.toISOString(),
    revoked_at: key.revoked_at?.toISOString() ?? null,
    expires_at: key.expires_at?.toISOString() ?? null,
    last_used_at: key.last_used_at?.toISOString() ?? null,
  };
}

type AuditedEvent = Awaited<ReturnType<AuditLog['list']>>['items'][number];

function presentEvent({ _id, at, ...event }: AuditedEvent): AuditEventView {
  return {
    event_id: _id,
    at: at.toISOString(),
    actor: event.actor,
    actor_key_id: event.actor_key_id ?? null,
    action: event.action,
    subject: event.subject,
    client_account_id: event.client_account_id,
    engagement_id: event.engagement_id,
    details: event.details,
  };
}
