import { z } from 'zod';
import { defineEndpoint, noBody } from './endpoint.ts';
import { auditFilterSchema } from './schemas/access.schema.ts';
import { assessmentFilterSchema } from './schemas/assessment.schema.ts';
import { assetFileQuerySchema } from './schemas/asset.schema.ts';
import { idSchema, noInput } from './schemas/common.schema.ts';
import { flowParamsSchema } from './schemas/flow.schema.ts';
import { assetChangeKinds, type Role } from './statuses.ts';

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const GRAPHML = 'application/graphml+xml';

/** A route that answers with a file, made while it is sent. */
const fileOf = <Query extends z.ZodType>(
  name: string,
  contentType: string,
  about: { summary: string; query: Query; role?: Role; tenant?: 'one' | 'none' },
) => ({
  ...defineEndpoint({
    method: 'GET',
    path: `/exports/${name}`,
    role: 'viewer',
    tenant: 'one',
    response: noBody,
    ...about,
  }),
  file: { name, contentType },
});

const assets = { summary: 'The inventory, one asset a row', query: assetFileQuerySchema };
const findings = {
  summary: 'Findings of one flow or of all, one listed cell a row',
  query: z.strictObject({ flow_id: idSchema.optional() }),
};
/** Within what the key may see, of all clients where it may see all. */
const audit = {
  summary: 'Who did what, newest first, one act a row',
  query: auditFilterSchema,
  role: 'admin' as const,
  tenant: 'none' as const,
};
const dependencies = { summary: 'The dependency graph, one edge a row', query: noInput };

/** The changes that one import made, or would make. */
const changesAs = (name: string, contentType: string) => ({
  ...defineEndpoint({
    method: 'GET',
    path: `/flows/{flow_id}/exports/${name}`,
    summary: 'What one import changed, one value a row with what was before',
    role: 'viewer',
    tenant: 'one',
    params: flowParamsSchema,
    query: z.strictObject({ kind: z.enum(assetChangeKinds).optional() }),
    response: noBody,
  }),
  file: { name, contentType },
});
const debts = {
  summary: 'Technical debt, one assessed asset a row',
  query: assessmentFilterSchema,
};

export const exportEndpoints = {
  exportAssetsCsv: fileOf('assets.csv', CSV, assets),
  exportAssetsXlsx: fileOf('assets.xlsx', XLSX, assets),
  exportFindingsCsv: fileOf('findings.csv', CSV, findings),
  exportFindingsXlsx: fileOf('findings.xlsx', XLSX, findings),
  exportDependenciesCsv: fileOf('dependencies.csv', CSV, dependencies),
  exportDependenciesXlsx: fileOf('dependencies.xlsx', XLSX, dependencies),
  exportChangesCsv: changesAs('changes.csv', CSV),
  exportChangesXlsx: changesAs('changes.xlsx', XLSX),
  exportDebtsCsv: fileOf('technical-debt.csv', CSV, debts),
  exportDebtsXlsx: fileOf('technical-debt.xlsx', XLSX, debts),
  exportAuditCsv: fileOf('audit-log.csv', CSV, audit),
  exportAuditXlsx: fileOf('audit-log.xlsx', XLSX, audit),
  exportDependenciesGraphml: fileOf('dependencies.graphml', GRAPHML, {
    summary: 'The dependency graph as GraphML, for graph tools',
    query: noInput,
  }),
};
