import { endpoints } from '#shared/endpoints.ts';
import type { DecisionRequest } from '#shared/schemas/conflict.schema.ts';
import { actorOf } from '../../access/principal.ts';
import { presentAssetChange } from '../../assets/asset-presenter.ts';
import type { ConflictDecisions, RequestedDecision } from '../../assets/conflict-decisions.ts';
import type { ConflictMemory } from '../../assets/conflict-memory.ts';
import {
  presentConflict,
  presentConflictDetail,
  presentHeldCase,
  presentImpact,
  presentOrigin,
} from '../../assets/conflict-presenter.ts';
import type { ConflictReader } from '../../assets/conflict-reader.ts';
import type { Route, RouteMaker } from '../handle-endpoint.ts';

interface ConflictRouteServices {
  conflictReader: ConflictReader;
  conflictDecisions: ConflictDecisions;
  conflictMemory: ConflictMemory;
}

export function conflictRoutes({ tenantRoute }: RouteMaker, services: ConflictRouteServices): Route[] {
  const { conflictReader, conflictDecisions, conflictMemory } = services;
  return [
    tenantRoute(endpoints.listHeldCases, async ({ tenant, query }) => {
      const { state, data_import_id: dataImportId, ...request } = query;
      const page = await conflictReader.listOfEngagement(tenant, { ...request, state, dataImportId });
      const items = page.items.flatMap((current) => {
        const flow = page.flows.get(current.conflict.data_import_id);
        return flow === undefined ? [] : [presentHeldCase(current, flow, page.places)];
      });
      return { body: { items, next_cursor: page.nextCursor } };
    }),
    tenantRoute(endpoints.countConflicts, async ({ tenant }) => {
      const counted = await conflictReader.count(tenant);
      return {
        body: {
          open: counted.reduce((sum, { open }) => sum + open, 0),
          decided: counted.reduce((sum, { decided }) => sum + decided, 0),
          awaiting_rebuild: counted.reduce((sum, { awaitingRebuild }) => sum + awaitingRebuild, 0),
          imports: counted.map(({ flow, open, decided }) => ({ ...presentOrigin(flow), open, decided })),
        },
      };
    }),
    tenantRoute(endpoints.listConflicts, async ({ tenant, params, query }) => {
      const page = await conflictReader.list(tenant, params.flow_id, query);
      const items = page.items.map((current) => presentConflict(current, page.places));
      return { body: { items, next_cursor: page.nextCursor } };
    }),
    tenantRoute(endpoints.getConflict, async ({ tenant, params }) => {
      const found = await conflictReader.get(tenant, params.flow_id, params.conflict_id);
      return { body: presentConflictDetail(found) };
    }),
    tenantRoute(endpoints.previewDecision, async ({ tenant, principal, params, body }) => {
      const request = { tenant, flowId: params.flow_id, actor: actorOf(principal) };
      const preview = await conflictDecisions.preview(request, requestedOn(params.conflict_id, body));
      const changes = preview.changes.map((change) => presentAssetChange(change, preview.places));
      return { body: { changes, is_kept_until_applied: preview.isKeptUntilApplied } };
    }),
    tenantRoute(endpoints.previewDecisions, async ({ tenant, principal, params, body }) => {
      const request = { tenant, flowId: params.flow_id, actor: actorOf(principal) };
      return { body: presentImpact(await conflictDecisions.previewAll(request, requestedOf(body.decisions))) };
    }),
    tenantRoute(endpoints.decideConflicts, async ({ tenant, principal, params, body }) => {
      const request = {
        tenant,
        flowId: params.flow_id,
        actor: actorOf(principal),
        isToBeRemembered: body.remember,
      };
      const decisions = requestedOf(body.decisions);
      return {
        body: { decided: decisions.length, assets_written: await conflictDecisions.decide(request, decisions) },
      };
    }),
    tenantRoute(endpoints.listRememberedDecisions, async ({ tenant, query }) => {
      const { items, nextCursor } = await conflictMemory.list(tenant, query);
      return { body: { items, next_cursor: nextCursor } };
    }),
    tenantRoute(endpoints.forgetDecision, async ({ tenant, principal, params }) => {
      await conflictMemory.forget({ tenant, ruleId: params.rule_id, actor: actorOf(principal) });
      return { body: { rule_id: params.rule_id } };
    }),
  ];
}

function requestedOf(decisions: readonly (DecisionRequest & { conflict_id: string })[]): RequestedDecision[] {
  return decisions.map(({ conflict_id, ...decision }) => requestedOn(conflict_id, decision));
}

function requestedOn(conflictId: string, { action, asset_id, fields, version }: DecisionRequest): RequestedDecision {
  return { conflictId, action, assetId: asset_id ?? null, fields: fields ?? {}, version };
}
