import { endpoints } from '#shared/endpoints.ts';
import { isFinal, type FlowStatus } from '#shared/statuses.ts';
import { actorOf } from '../../access/principal.ts';
import type { FlowControl } from '../../flows/flow-control.ts';
import { presentDecision, presentFinding, presentFlow, presentTask } from '../../flows/flow-presenter.ts';
import type { FlowProgressReader } from '../../flows/flow-progress-reader.ts';
import type { Route, RouteMaker } from '../handle-endpoint.ts';
import { newestRevisionIn, revisionTag } from '../revision-tag.ts';

interface FlowRouteServices {
  flowReader: FlowProgressReader;
  flowControl: FlowControl;
}

export function flowRoutes({ tenantRoute }: RouteMaker, services: FlowRouteServices): Route[] {
  return [
    tenantRoute(
      endpoints.listFlows,
      async ({ tenant, query: { status, waits_for: waitsFor, search, deleted, ...page } }) => {
        const filter = { status, waitsFor, search, areDeletedLeftOut: deleted === 'left_out' };
        const { items, nextCursor } = await services.flowReader.listFlows(tenant, filter, page);
        return { body: { items: items.map(presentFlow), next_cursor: nextCursor } };
      },
    ),
    tenantRoute(endpoints.getFlow, async ({ tenant, params, query, ifNoneMatch, signal }) => {
      const flow = query.wait_seconds
        ? await services.flowReader.waitForChange(tenant, params.flow_id, {
            knownRevision: newestRevisionIn(ifNoneMatch),
            seconds: query.wait_seconds,
            signal,
          })
        : await services.flowReader.getFlow(tenant, params.flow_id);
      const retryAfterSeconds = pollAgainIn(flow.status);
      return {
        body: presentFlow(flow),
        etag: revisionTag(flow.revision),
        // An answer that was waited for is no answer to whoever asks next.
        ...(query.wait_seconds ? { hasWaited: true } : { subject: { id: flow._id, revision: flow.revision } }),
        ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }),
      };
    }),
    tenantRoute(endpoints.listTasks, async ({ tenant, params, query }) => {
      const { items, nextCursor } = await services.flowReader.listTasks(tenant, params.flow_id, query);
      return { body: { items: items.map(presentTask), next_cursor: nextCursor } };
    }),
    tenantRoute(endpoints.listFindings, async ({ tenant, params, query }) => {
      const { items, nextCursor } = await services.flowReader.listFindings(tenant, params.flow_id, query);
      return { body: { items: items.map(presentFinding), next_cursor: nextCursor } };
    }),
    tenantRoute(endpoints.listJobs, async ({ tenant, params }) => ({
      body: { items: await services.flowReader.listJobs(tenant, params.flow_id) },
    })),
    tenantRoute(endpoints.resumeFlow, async ({ tenant, params, principal }) => ({
      body: presentDecision(await services.flowControl.resumeFlow(tenant, params.flow_id, actorOf(principal))),
    })),
    tenantRoute(endpoints.retryFlow, async ({ tenant, params, principal }) => ({
      body: presentDecision(await services.flowControl.retryFlow(tenant, params.flow_id, actorOf(principal))),
    })),
    tenantRoute(endpoints.pauseFlow, async ({ tenant, params, principal }) => ({
      body: presentDecision(await services.flowControl.pauseFlow(tenant, params.flow_id, actorOf(principal))),
    })),
    tenantRoute(endpoints.reopenMappings, async ({ tenant, params, principal }) => ({
      body: presentDecision(await services.flowControl.reopenMappings(tenant, params.flow_id, actorOf(principal))),
    })),
    tenantRoute(endpoints.applyInventory, async ({ tenant, params, principal }) => ({
      body: presentDecision(await services.flowControl.applyInventory(tenant, params.flow_id, actorOf(principal))),
    })),
    tenantRoute(endpoints.rebuildFlow, async ({ tenant, params, principal }) => ({
      body: presentDecision(await services.flowControl.rebuild(tenant, params.flow_id, actorOf(principal))),
    })),
    tenantRoute(endpoints.deleteFlow, async ({ tenant, params, query, principal }) => {
      const request = { by: actorOf(principal), forgetMappings: query.forget_mappings ?? false };
      const { recordsKept, jobsCancelled } = await services.flowControl.deleteFlow(tenant, params.flow_id, request);
      return {
        body: {
          flow_id: params.flow_id,
          status: 'deleted' as const,
          jobs_cancelled: jobsCancelled,
          records_kept: recordsKept,
        },
      };
    }),
  ];
}

/** Seconds until the next poll is worth it; null when nothing will change any more. */
function pollAgainIn(status: FlowStatus): number | null {
  if (isFinal(status)) return null;
  return status === 'running' || status === 'initialized' ? 1 : 5;
}
