import type { Adviser } from '../adviser/adviser.ts';
import type { AgentInput, RowRange, SheetRecord } from '../agents/agent.ts';
import type { InventoryDesk } from '../agents/agent-ports.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { AssessmentStore } from '../assets/assessment-store.ts';
import type { AssetStore } from '../assets/asset-store.ts';
import type { GraphStore } from '../assets/graph-store.ts';
import type { ClientCatalogue } from '../catalogue/client-catalogue.ts';
import type { ColumnEvidence } from '../cleansing/column-evidence.ts';
import type { CleansingPlan } from '../cleansing/cleansing-plan.ts';
import type { RawRecords } from '../imports/raw-records.ts';
import type { MappingMemory } from '../memory/mapping-memory.ts';
import type { CleansingPlanDocument } from '../models/cleansing-plan.model.ts';
import type { ColumnProfileDocument } from '../models/column-profile.model.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import type { ColumnProfile } from '../profiling/column-profile.ts';
import { approvedMappings } from './approved-mappings.ts';

interface AgentInputsDependencies {
  dataImports: TenantCollection<DataImportDocument>;
  rawRecords: RawRecords;
  fieldMappings: TenantCollection<ImportFieldMappingDocument>;
  columnProfiles: TenantCollection<ColumnProfileDocument>;
  cleansingPlans: TenantCollection<CleansingPlanDocument>;
  catalogue: ClientCatalogue;
  memory: MappingMemory;
  assetStore: AssetStore;
  inventoryDeskOf(tenant: Tenant, dataImportId: string): InventoryDesk;
  graphStore: GraphStore;
  assessmentStore: AssessmentStore;
  adviser: Adviser | null;
}

/** What agents read of an import and of its engagement. */
export class AgentInputs {
  private readonly deps: AgentInputsDependencies;

  constructor(dependencies: AgentInputsDependencies) {
    this.deps = dependencies;
  }

  async open(tenant: Tenant, flow: FlowDocument): Promise<AgentInput | null> {
    const dataImportId = flow.data_import_id;
    const dataImport = await this.deps.dataImports.find(tenant, { _id: dataImportId });
    if (dataImport === null) return null;
    const byColumn = { column_index: 1 } as const;
    const profiles = await this.deps.columnProfiles.list(tenant, { data_import_id: dataImportId }, byColumn);
    const mappings = await this.deps.fieldMappings.list(tenant, { data_import_id: dataImportId }, byColumn);
    const targetFields = await this.deps.catalogue.activeFields(tenant);
    const cleansing = await this.deps.cleansingPlans.find(tenant, { _id: dataImportId });
    return {
      facts: {
        dataImportId: dataImport._id,
        importedAt: dataImport.created_at,
        assessedAt: assessedAt(flow) ?? dataImport.created_at,
        filename: dataImport.filename,
        sheetName: dataImport.sheet_name,
        range: dataImport.range,
        headerRow: dataImport.header_row,
        dateSystem: dataImport.date_system ?? '1900',
        totalRecords: dataImport.total_records,
        columns: dataImport.columns,
      },
      readRecords: (range) => this.readRecords(dataImport, range),
      targetFields,
      memory: await this.deps.memory.recallFor(
        tenant,
        dataImport.columns.map(({ header }) => header),
      ),
      columnProfiles: profiles.map((document) => document.profile as ColumnProfile),
      // Profiles of earlier services have none.
      columnEvidence: profiles.flatMap(({ evidence }) => (evidence as ColumnEvidence | null | undefined) ?? []),
      decidedColumns: new Map(
        mappings
          .filter((mapping) => mapping.decided_by !== null)
          .map((mapping) => [mapping.column_index, mapping.status]),
      ),
      approvedMappings: approvedMappings(mappings, targetFields),
      cleansingPlan: (cleansing?.plan as CleansingPlan | undefined) ?? null,
      inventory: this.deps.assetStore.inventoryOf(tenant),
      inventoryDesk: this.deps.inventoryDeskOf(tenant, dataImportId),
      inventoryDecision: flow.inventory_decision ?? 'apply',
      graph: this.deps.graphStore.graphOf(tenant),
      assessments: this.deps.assessmentStore.stagingFor(tenant),
      adviser: this.deps.adviser,
    };
  }

  private async *readRecords(dataImport: DataImportDocument, range?: RowRange): AsyncGenerator<SheetRecord[]> {
    for await (const batch of this.deps.rawRecords.readAll(dataImport, range)) {
      yield batch.map((record) => ({ rowNumber: record.row_number, cells: record.cells }));
    }
  }
}

/** Of a flow that opened again: when that was asked for. A repeated run says the same. */
function assessedAt({ withdrawal, rebuild }: FlowDocument): Date | undefined {
  return withdrawal?.requested_at ?? rebuild?.requested_at;
}
