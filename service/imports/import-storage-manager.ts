import { tenantOf, ownedBy } from '../access/tenant.ts';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ClientSession } from 'mongoose';
import type { TenantCollection } from '../access/tenant-collection.ts';
import { ENGINE, suggestInSteps, type MappingSuggestion } from '../mapping/mapping-engine.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import { fieldMappingId, type ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { inTurns } from '../engine-parts/steps.ts';
import { createSheetProfiler } from '../profiling/column-profiler.ts';
import type { ValidImport } from './import-validator.ts';
import type { ClientCatalogue } from '../catalogue/client-catalogue.ts';
import type { MappingMemory } from '../memory/mapping-memory.ts';
import type { RawRecords } from './raw-records.ts';
import { fieldsOfSuggestion } from '../memory/stored-suggestion.ts';
import { byId, rememberedAnswers, rememberedValues } from '../memory/suggestion-fields.ts';
import type { UploadSessions } from './uploads/upload-sessions.ts';

/** Rows the first suggestions are made from; the field mapping agent goes over all rows later. */
export const SUGGESTION_ROWS = 500;

/**
 * Cells looked at in one go, in whole rows: about 3 ms, so that answers of the database are not kept waiting meanwhile.
 */
const SLICE_CELLS = 5_000;

/** The documents an import is made of, built once, so that a repeated transaction writes the very same. */
export interface ImportDocuments {
  dataImport: DataImportDocument;
  /** Made when they are first asked for. */
  fieldMappings: () => Promise<ImportFieldMappingDocument[]>;
}

interface StorageDependencies {
  dataImports: TenantCollection<DataImportDocument>;
  rawRecords: RawRecords;
  uploads: UploadSessions;
  fieldMappings: TenantCollection<ImportFieldMappingDocument>;
  catalogue: ClientCatalogue;
  memory: MappingMemory;
  clock: Clock;
}

/** Knows which documents an import consists of and its status: pending → processing → discovery_initiated. */
export class ImportStorageManager {
  private readonly deps: StorageDependencies;

  constructor(dependencies: StorageDependencies) {
    this.deps = dependencies;
  }

  /** Builds the documents and writes nothing. Of an upload, suggestions are made now: its transaction should be short. */
  async prepare(valid: ValidImport): Promise<ImportDocuments> {
    const now = this.deps.clock.now();
    const { metadata, upload_context: upload } = valid.request;
    const dataImport: DataImportDocument = {
      _id: valid.upload?.dataImportId ?? newId('imp', now),
      ...ownedBy(valid.tenant),
      flow_id: newId('flow', now),
      status: 'pending',
      filename: metadata.filename,
      size: metadata.size,
      mime_type: metadata.type,
      sheet_name: metadata.sheet_name ?? null,
      range: metadata.range ?? null,
      header_row: metadata.header_row ?? null,
      date_system: metadata.date_system ?? null,
      filled_columns: metadata.filled_columns ?? [],
      intended_type: upload.intended_type,
      validation_upload_id: upload.validation_upload_id ?? null,
      upload_timestamp: new Date(upload.upload_timestamp),
      columns: valid.columns,
      total_records: valid.totalRows,
      mapping_revision: 1,
      imported_by: valid.principal.keyName,
      withdrawn_at: null,
      withdrawn_by: null,
      raw_removed_at: null,
      raw_swept_at: null,
      created_at: now,
      updated_at: now,
    };
    let suggesting: Promise<ImportFieldMappingDocument[]> | undefined;
    const fieldMappings = () =>
      (suggesting ??= this.suggest(dataImport, valid).catch((error: unknown) => {
        // A repeated transaction asks again: the database may be back.
        suggesting = undefined;
        throw error;
      }));
    if (valid.upload) await fieldMappings();
    return { dataImport, fieldMappings };
  }

  /**
   * Writes the import as one that is being processed, raw records and mappings. The rows of an upload are there
   * already: they become visible with the import. Those of a sheet are on their way before suggesting begins, so that
   * the database is at work meanwhile.
   */
  async store(
    { dataImport, fieldMappings }: ImportDocuments,
    valid: ValidImport,
    session: ClientSession,
  ): Promise<void> {
    if (valid.upload) await this.deps.uploads.markPublished(valid.tenant, valid.upload.uploadId, session);
    await this.deps.dataImports.insert({ ...dataImport, status: 'processing' }, session);
    const inserting = valid.upload ? null : this.deps.rawRecords.insertAll(dataImport._id, valid.rows, session);
    const [mappings] = await Promise.all([fieldMappings(), inserting]);
    await this.deps.fieldMappings.insertAll(mappings, session);
  }

  /** Changes the status and nothing else: counters are written once, with the import. */
  async markDiscoveryInitiated({ dataImport }: ImportDocuments, session: ClientSession): Promise<void> {
    const tenant = tenantOf(dataImport);
    const changed = { status: 'discovery_initiated', updated_at: this.deps.clock.now() } as const;
    await this.deps.dataImports.change(tenant, { _id: dataImport._id }, { $set: changed }, session);
  }

  private async suggest(dataImport: DataImportDocument, valid: ValidImport): Promise<ImportFieldMappingDocument[]> {
    const headers = valid.columns.map(({ header }) => header);
    const [targetFields, memory] = await Promise.all([
      this.deps.catalogue.activeFields(valid.tenant),
      this.deps.memory.recallFor(valid.tenant, headers),
    ]);
    const profiler = createSheetProfiler(valid.columns);
    const sliceRows = Math.ceil(SLICE_CELLS / valid.columns.length);
    for (let from = 0; from < Math.min(valid.rows.length, SUGGESTION_ROWS); from += sliceRows) {
      const rows = valid.rows.slice(from, Math.min(from + sliceRows, SUGGESTION_ROWS));
      profiler.add(rows.map((cells, index) => ({ rowNumber: from + index + 1, cells })));
      await nextTurn();
    }
    const profiles = await inTurns(profiler.profilesInSteps());
    const suggestions = await inTurns(suggestInSteps({ columns: profiles, targetFields, memory }));
    const entries = byId(memory);
    return suggestions.map((suggestion) => ({
      ...newFieldMapping(dataImport, suggestion),
      answers: rememberedAnswers(suggestion, entries),
      remembered_values: rememberedValues(suggestion, entries),
    }));
  }
}

function newFieldMapping(dataImport: DataImportDocument, suggestion: MappingSuggestion): ImportFieldMappingDocument {
  return {
    _id: fieldMappingId(dataImport._id, suggestion.columnIndex),
    client_account_id: dataImport.client_account_id,
    engagement_id: dataImport.engagement_id,
    data_import_id: dataImport._id,
    column_index: suggestion.columnIndex,
    source_field: suggestion.sourceField,
    ...fieldsOfSuggestion(suggestion),
    status: 'suggested',
    suggested_by: ENGINE,
    decided_by: null,
    decided_at: null,
    rejection_reason: null,
    created_at: dataImport.created_at,
    updated_at: dataImport.created_at,
  };
}
