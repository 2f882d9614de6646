import { endpoints } from '#shared/endpoints.ts';
import type { ExportDesk } from '../../assets/export-desk.ts';
import { presentDependency, presentFound, presentPicture, presentSummary } from '../../assets/graph-presenter.ts';
import type { GraphReader } from '../../assets/graph-reader.ts';
import type { Route, RouteMaker } from '../handle-endpoint.ts';

export interface GraphRouteServices {
  reader: GraphReader;
  exports: ExportDesk;
}

/** The dependency graph, and the files made of the inventory. */
export function graphRoutes(
  { tenantRoute, fileRoute, grantFileRoute }: RouteMaker,
  { reader, exports }: GraphRouteServices,
): Route[] {
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
    grantFileRoute(endpoints.exportAuditCsv, ({ principal, query }) => exports.audit(principal, query, 'csv')),
    grantFileRoute(endpoints.exportAuditXlsx, ({ principal, query }) => exports.audit(principal, query, 'xlsx')),
    fileRoute(endpoints.exportAssetsCsv, ({ tenant, query }) => exports.assets(tenant, query, 'csv')),
    fileRoute(endpoints.exportAssetsXlsx, ({ tenant, query }) => exports.assets(tenant, query, 'xlsx')),
    fileRoute(endpoints.exportFindingsCsv, ({ tenant, query }) => exports.findings(tenant, query.flow_id, 'csv')),
    fileRoute(endpoints.exportFindingsXlsx, ({ tenant, query }) => exports.findings(tenant, query.flow_id, 'xlsx')),
    fileRoute(endpoints.exportDependenciesCsv, ({ tenant }) => exports.dependencies(tenant, 'csv')),
    fileRoute(endpoints.exportDependenciesXlsx, ({ tenant }) => exports.dependencies(tenant, 'xlsx')),
    fileRoute(endpoints.exportChangesCsv, ({ tenant, params, query }) =>
      exports.changes(tenant, { flowId: params.flow_id, kind: query.kind }, 'csv'),
    ),
    fileRoute(endpoints.exportChangesXlsx, ({ tenant, params, query }) =>
      exports.changes(tenant, { flowId: params.flow_id, kind: query.kind }, 'xlsx'),
    ),
    fileRoute(endpoints.exportDebtsCsv, ({ tenant, query }) => exports.debts(tenant, query, 'csv')),
    fileRoute(endpoints.exportDebtsXlsx, ({ tenant, query }) => exports.debts(tenant, query, 'xlsx')),
    fileRoute(endpoints.exportDependenciesGraphml, ({ tenant }) => exports.graphml(tenant)),
  ];
}
