import type { Connection, Model } from 'mongoose';
import { agentPartitionDataSchema, type AgentPartitionDataDocument } from './agent-partition-data.model.ts';
import { agentPartitionSchema, type AgentPartitionDocument } from './agent-partition.model.ts';
import { agentTaskSchema, type AgentTaskDocument } from './agent-task.model.ts';
import { apiKeySchema, type ApiKeyDocument } from './api-key.model.ts';
import { assetChangeSchema, type AssetChangeDocument } from './asset-change.model.ts';
import { assessmentSchema, type AssessmentDocument } from './assessment.model.ts';
import { assessmentSummarySchema, type AssessmentSummaryDocument } from './assessment-summary.model.ts';
import { assetSchema, type AssetDocument } from './asset.model.ts';
import { auditEventSchema, type AuditEventDocument } from './audit-event.model.ts';
import { clientAccountSchema, type ClientAccountDocument } from './client-account.model.ts';
import { conflictRuleSchema, type ConflictRuleDocument } from './conflict-rule.model.ts';
import { cleansingPlanSchema, type CleansingPlanDocument } from './cleansing-plan.model.ts';
import { columnProfileSchema, type ColumnProfileDocument } from './column-profile.model.ts';
import { dataImportSchema, type DataImportDocument } from './data-import.model.ts';
import { engagementSchema, type EngagementDocument } from './engagement.model.ts';
import { engagementGraphSchema, type EngagementGraphDocument } from './engagement-graph.model.ts';
import { edgeSchema, type EdgeDocument } from './edge.model.ts';
import { findingSchema, type FindingDocument } from './finding.model.ts';
import { flowDocumentSchema, type FlowDocument } from './flow.model.ts';
import { idempotencyRecordSchema, type IdempotencyRecordDocument } from './idempotency-record.model.ts';
import { importFieldMappingSchema, type ImportFieldMappingDocument } from './import-field-mapping.model.ts';
import { clientTargetFieldSchema, type ClientTargetFieldDocument } from './client-target-field.model.ts';
import { inventoryConflictSchema, type InventoryConflictDocument } from './inventory-conflict.model.ts';
import { mappingMemorySchema, type MappingMemoryDocument } from './mapping-memory.model.ts';
import { rawImportRecordSchema, type RawImportRecordDocument } from './raw-import-record.model.ts';
import { uploadSessionSchema, type UploadSessionDocument } from './upload-session.model.ts';

/** Every model on one connection. */
export interface Models {
  clientAccounts: Model<ClientAccountDocument>;
  engagements: Model<EngagementDocument>;
  apiKeys: Model<ApiKeyDocument>;
  auditEvents: Model<AuditEventDocument>;
  dataImports: Model<DataImportDocument>;
  rawImportRecords: Model<RawImportRecordDocument>;
  importFieldMappings: Model<ImportFieldMappingDocument>;
  idempotencyRecords: Model<IdempotencyRecordDocument>;
  flows: Model<FlowDocument>;
  agentTasks: Model<AgentTaskDocument>;
  agentPartitions: Model<AgentPartitionDocument>;
  agentPartitionData: Model<AgentPartitionDataDocument>;
  findings: Model<FindingDocument>;
  columnProfiles: Model<ColumnProfileDocument>;
  cleansingPlans: Model<CleansingPlanDocument>;
  mappingMemory: Model<MappingMemoryDocument>;
  clientTargetFields: Model<ClientTargetFieldDocument>;
  uploadSessions: Model<UploadSessionDocument>;
  assets: Model<AssetDocument>;
  assetChanges: Model<AssetChangeDocument>;
  inventoryConflicts: Model<InventoryConflictDocument>;
  conflictRules: Model<ConflictRuleDocument>;
  edges: Model<EdgeDocument>;
  assessments: Model<AssessmentDocument>;
  assessmentSummaries: Model<AssessmentSummaryDocument>;
  engagementGraphs: Model<EngagementGraphDocument>;
}

export function createModels(connection: Connection): Models {
  return {
    clientAccounts: connection.model<ClientAccountDocument>('ClientAccount', clientAccountSchema),
    engagements: connection.model<EngagementDocument>('Engagement', engagementSchema),
    apiKeys: connection.model<ApiKeyDocument>('ApiKey', apiKeySchema),
    auditEvents: connection.model<AuditEventDocument>('AuditEvent', auditEventSchema),
    dataImports: connection.model<DataImportDocument>('DataImport', dataImportSchema),
    rawImportRecords: connection.model<RawImportRecordDocument>('RawImportRecord', rawImportRecordSchema),
    importFieldMappings: connection.model<ImportFieldMappingDocument>('ImportFieldMapping', importFieldMappingSchema),
    idempotencyRecords: connection.model<IdempotencyRecordDocument>('IdempotencyRecord', idempotencyRecordSchema),
    flows: connection.model<FlowDocument>('Flow', flowDocumentSchema),
    agentTasks: connection.model<AgentTaskDocument>('AgentTask', agentTaskSchema),
    agentPartitions: connection.model<AgentPartitionDocument>('AgentPartition', agentPartitionSchema),
    agentPartitionData: connection.model<AgentPartitionDataDocument>('AgentPartitionData', agentPartitionDataSchema),
    findings: connection.model<FindingDocument>('Finding', findingSchema),
    columnProfiles: connection.model<ColumnProfileDocument>('ColumnProfile', columnProfileSchema),
    cleansingPlans: connection.model<CleansingPlanDocument>('CleansingPlan', cleansingPlanSchema),
    mappingMemory: connection.model<MappingMemoryDocument>('MappingMemory', mappingMemorySchema),
    clientTargetFields: connection.model<ClientTargetFieldDocument>('ClientTargetField', clientTargetFieldSchema),
    uploadSessions: connection.model<UploadSessionDocument>('UploadSession', uploadSessionSchema),
    assets: connection.model<AssetDocument>('Asset', assetSchema),
    assetChanges: connection.model<AssetChangeDocument>('AssetChange', assetChangeSchema),
    inventoryConflicts: connection.model<InventoryConflictDocument>('InventoryConflict', inventoryConflictSchema),
    conflictRules: connection.model<ConflictRuleDocument>('ConflictRule', conflictRuleSchema),
    edges: connection.model<EdgeDocument>('Edge', edgeSchema),
    assessments: connection.model<AssessmentDocument>('Assessment', assessmentSchema),
    assessmentSummaries: connection.model<AssessmentSummaryDocument>('AssessmentSummary', assessmentSummarySchema),
    engagementGraphs: connection.model<EngagementGraphDocument>('EngagementGraph', engagementGraphSchema),
  };
}
