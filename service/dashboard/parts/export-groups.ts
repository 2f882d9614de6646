import { endpoints } from '#shared/endpoints.ts';
import type { AssetChangeKind } from '#shared/statuses.ts';
import { assetQueryOf, isNarrowed, type AssetFilter } from '../assets/asset-filter.ts';
import type { auditQueryOf } from '../audit/audit-filter.ts';
import { debtQueryOf, type DebtFilter } from '../debt/use-debt.ts';
import type { ExportGroup } from './ExportMenu.tsx';

/** What the list shows now. */
export function assetFiles(filter: AssetFilter): ExportGroup {
  return {
    name: isNarrowed(filter) ? 'Assets as they are filtered' : 'Assets',
    files: [
      ['CSV', endpoints.exportAssetsCsv],
      ['Excel', endpoints.exportAssetsXlsx],
    ],
    of: { query: assetQueryOf(filter) },
  };
}

export const findingFiles: ExportGroup = {
  name: 'Findings of all imports',
  files: [
    ['CSV', endpoints.exportFindingsCsv],
    ['Excel', endpoints.exportFindingsXlsx],
  ],
};

export const dependencyFiles: ExportGroup = {
  name: 'Dependencies',
  files: [
    ['CSV', endpoints.exportDependenciesCsv],
    ['Excel', endpoints.exportDependenciesXlsx],
    ['GraphML', endpoints.exportDependenciesGraphml],
  ],
};

/** What the list shows now. */
export function debtFiles(filter: DebtFilter): ExportGroup {
  const query = debtQueryOf(filter);
  return {
    name: Object.keys(query).length === 0 ? 'All assessed assets' : 'Assets as they are filtered',
    files: [
      ['CSV', endpoints.exportDebtsCsv],
      ['Excel', endpoints.exportDebtsXlsx],
    ],
    of: { query },
  };
}

export function changeFiles(flowId: string, kind: AssetChangeKind | null): ExportGroup {
  return {
    name: kind === null ? 'All changes of this import' : 'Changes as they are filtered',
    files: [
      ['CSV', endpoints.exportChangesCsv],
      ['Excel', endpoints.exportChangesXlsx],
    ],
    of: { params: { flow_id: flowId }, query: { ...(kind !== null && { kind }) } },
  };
}

/** What the list shows now. */
export function auditFiles(query: ReturnType<typeof auditQueryOf>): ExportGroup {
  return {
    name: Object.keys(query).length === 0 ? 'All audit events' : 'Audit events as they are filtered',
    files: [
      ['CSV', endpoints.exportAuditCsv],
      ['Excel', endpoints.exportAuditXlsx],
    ],
    of: { query },
  };
}
