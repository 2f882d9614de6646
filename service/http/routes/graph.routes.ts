import { endpoints } from '#shared/endpoints.ts';
import { presentDependency, presentFound, presentPicture, presentSummary } from '../../assets/graph-presenter.ts';
import type { GraphReader } from '../../assets/graph-reader.ts';
import type { Route, RouteMaker } from '../handle-endpoint.ts';

/** The dependency graph. */
export function graphRoutes({ tenantRoute }: RouteMaker, reader: GraphReader): Route[] {
  return [
    tenantRoute(endpoints.getGraph, async ({ tenant, query }) => ({
      body: presentPicture(await reader.picture(tenant, query)),
    })),
    tenantRoute(endpoints.searchGraph, async ({ tenant, query }) => ({
      body: { items: presentFound(await reader.search(tenant, query.search)) },
    })),
    tenantRoute(endpoints.listGraphEdges, async ({ tenant, query: { state, relation, ...page } }) => {
      const { items, nextCursor, labels, places } = await reader.listEdges(tenant, { state, relation }, page);
      return {
        body: { items: items.map((edge) => presentDependency(edge, labels, places)), next_cursor: nextCursor },
      };
    }),
    tenantRoute(endpoints.getGraphSummary, async ({ tenant }) => {
      const summary = await reader.summary(tenant);
      return { body: summary && presentSummary(summary) };
    }),
  ];
}
