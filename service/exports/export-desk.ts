import type { Readable } from 'node:stream';
import type { AuditFilter } from '#shared/schemas/access.schema.ts';
import type { AssessmentFilter } from '#shared/schemas/assessment.schema.ts';
import type { AssetFileQuery } from '#shared/schemas/asset.schema.ts';
import type { AssetChangeKind } from '#shared/statuses.ts';
import type { AuditLog } from '../access/audit-log.ts';
import type { Principal } from '../access/principal.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import { changesOfImport, type AssetChangeDocument } from '../models/asset-change.model.ts';
import type { AssetDocument } from '../models/asset.model.ts';
import type { CleansingPlanDocument } from '../models/cleansing-plan.model.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { EdgeDocument } from '../models/edge.model.ts';
import type { FindingDocument } from '../models/finding.model.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { AssessmentStore } from '../assets/assessment-store.ts';
import type { AssetStore } from '../assets/asset-store.ts';
import { auditTable } from './audit-table.ts';
import { CellPlaces } from '../assets/cell-places.ts';
import { csvFile } from './csv-file.ts';
import { graphmlFile } from './graphml-file.ts';
import type { ExportTable } from './export-table.ts';
import type { ExportField } from './export-values.ts';
import { xlsxFile } from './xlsx-file.ts';
import { fieldsInUse } from './fields-in-use.ts';
import type { GraphEdges } from '../assets/graph-edges.ts';
import type { GraphReader } from '../assets/graph-reader.ts';
import type { GraphStore } from '../assets/graph-store.ts';
import { assetTable, dependencyTable, findingTable } from './inventory-tables.ts';
import { changeTable, debtTable } from './report-tables.ts';

type TableFormat = 'csv' | 'xlsx';
/** Nothing of the file is read before it is called. */
type FileMaker = () => Readable;

interface ExportDeskDependencies {
  assets: TenantCollection<AssetDocument>;
  assetStore: AssetStore;
  findings: TenantCollection<FindingDocument>;
  flows: TenantCollection<FlowDocument>;
  dataImports: TenantCollection<DataImportDocument>;
  cleansingPlans: TenantCollection<CleansingPlanDocument>;
  assetChanges: TenantCollection<AssetChangeDocument>;
  assessmentStore: AssessmentStore;
  graphStore: GraphStore;
  graphEdges: GraphEdges;
  graphReader: GraphReader;
  audit: AuditLog;
  /** All fields, also those that are no longer given to new columns. */
  catalogue: { allFields(tenant: Tenant): Promise<readonly { field: ExportField }[]> };
}

/**
 * Files of an engagement's inventory, findings and debts, and of the audit log, made while they are read: some batches are held, whatever their size. A file shows
 * each document as it is when it is reached, not one moment of all.
 */
export class ExportDesk {
  private readonly deps: ExportDeskDependencies;

  constructor(dependencies: ExportDeskDependencies) {
    this.deps = dependencies;
  }

  /** For people in words and without the columns that are empty; for scripts with names, all there are. */
  async assets(tenant: Tenant, { headers, ...filter }: AssetFileQuery, format: TableFormat): Promise<FileMaker> {
    const hasNames = headers === 'names';
    const [all, inUse] = await Promise.all([this.fieldsOf(tenant), hasNames ? null : fieldsInUse(this.deps, tenant)]);
    const fields = inUse === null ? all : all.filter(({ name }) => inUse.has(name));
    const assets = this.deps.assetStore.readAll(tenant, filter);
    return fileOf(assetTable(assets, { fields, hasNames }, this.placesFor(tenant)), format);
  }

  /** Of one flow, or of all. @throws AppError not_found for a flow that is not the tenant's */
  async findings(tenant: Tenant, flowId: string | undefined, format: TableFormat): Promise<FileMaker> {
    if (flowId !== undefined) await this.deps.flows.get(tenant, { _id: flowId }, 'flow');
    const filter = flowId === undefined ? {} : { flow_id: flowId };
    const batches = this.deps.findings.readAll<keyof FindingDocument>(tenant, filter);
    return fileOf(findingTable(batches as AsyncIterable<FindingDocument[]>, this.placesFor(tenant)), format);
  }

  async dependencies(tenant: Tenant, format: TableFormat): Promise<FileMaker> {
    const edges = await this.edgesOf(tenant);
    const places = this.placesFor(tenant);
    return fileOf(
      dependencyTable(edges('by_asset'), (batch) => this.deps.graphReader.placesOf(tenant, batch, places)),
      format,
    );
  }

  /** What one import changed. @throws AppError not_found for a flow that is not the tenant's */
  async changes(
    tenant: Tenant,
    { flowId, kind }: { flowId: string; kind: AssetChangeKind | undefined },
    format: TableFormat,
  ): Promise<FileMaker> {
    const flow = await this.deps.flows.get(tenant, { _id: flowId }, 'flow');
    const filter = changesOfImport(flow.data_import_id, kind);
    const batches = this.deps.assetChanges.readAll<keyof AssetChangeDocument>(tenant, filter);
    const fields = await this.fieldsOf(tenant);
    const form = { places: this.placesFor(tenant), hasNames: format === 'csv' };
    return fileOf(changeTable(batches as AsyncIterable<AssetChangeDocument[]>, fields, form), format);
  }

  async debts(tenant: Tenant, filter: AssessmentFilter, format: TableFormat): Promise<FileMaker> {
    const batches = await this.deps.assessmentStore.readShown(tenant, filter);
    return fileOf(debtTable(batches, this.placesFor(tenant)), format);
  }

  async graphml(tenant: Tenant): Promise<FileMaker> {
    const edges = await this.edgesOf(tenant);
    const assets = () => this.deps.assets.readAll(tenant, {}, { fields: ['name', 'asset_class'] });
    return () => graphmlFile({ assets, edges });
  }

  /** Of whatever the caller may see. */
  audit(caller: Principal, filter: AuditFilter, format: TableFormat): FileMaker {
    return () => tableFile(auditTable(this.deps.audit.readAll(caller, filter)), format);
  }

  private async fieldsOf(tenant: Tenant): Promise<ExportField[]> {
    return (await this.deps.catalogue.allFields(tenant)).map(({ field }) => field);
  }

  /** All of one generation, even when another one is published meanwhile. */
  private async edgesOf(tenant: Tenant): Promise<(order: 'by_asset' | 'by_target') => AsyncIterable<EdgeDocument[]>> {
    const current = await this.deps.graphStore.findCurrent(tenant);
    if (current === null) return () => nothing();
    return (order) => this.deps.graphEdges.readAll({ tenant, generation: current.generation }, order);
  }

  private placesFor(tenant: Tenant): CellPlaces {
    return new CellPlaces(this.deps.dataImports, tenant);
  }
}

function fileOf(table: ExportTable, format: TableFormat): FileMaker {
  return () => tableFile(table, format);
}

function tableFile(table: ExportTable, format: TableFormat): Readable {
  return format === 'csv' ? csvFile(table) : xlsxFile(table);
}

async function* nothing(): AsyncGenerator<EdgeDocument[]> {
  yield await Promise.resolve([]);
}
