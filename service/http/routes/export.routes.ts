import { endpoints } from '#shared/endpoints.ts';
import type { ExportDesk } from '../../exports/export-desk.ts';
import type { Route, RouteMaker } from '../handle-endpoint.ts';

/** The files made of the inventory and of the audit log. */
export function exportRoutes({ fileRoute, grantFileRoute }: RouteMaker, exports: ExportDesk): Route[] {
  return [
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
