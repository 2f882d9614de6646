import { TenantCollection } from '../access/tenant-collection.ts';
import type { Models } from '../models/models.ts';

export type Collections = ReturnType<typeof composeCollections>;

/** The collections that tenants own, each behind the tenant's filter. */
export function composeCollections(models: Models) {
  return {
    flows: new TenantCollection(models.flows),
    tasks: new TenantCollection(models.agentTasks),
    agentPartitions: new TenantCollection(models.agentPartitions),
    partitionData: new TenantCollection(models.agentPartitionData),
    findings: new TenantCollection(models.findings),
    dataImports: new TenantCollection(models.dataImports),
    fieldMappings: new TenantCollection(models.importFieldMappings),
    columnProfiles: new TenantCollection(models.columnProfiles),
    cleansingPlans: new TenantCollection(models.cleansingPlans),
    memory: new TenantCollection(models.mappingMemory, 'client'),
    clientFields: new TenantCollection(models.clientTargetFields, 'client'),
    clientMappings: new TenantCollection(models.importFieldMappings, 'client'),
    assets: new TenantCollection(models.assets),
    engagementGraphs: new TenantCollection(models.engagementGraphs),
    conflictRules: new TenantCollection(models.conflictRules, 'client'),
    inventoryConflicts: new TenantCollection(models.inventoryConflicts),
    assessments: new TenantCollection(models.assessments),
    assessmentSummaries: new TenantCollection(models.assessmentSummaries),
    assetChanges: new TenantCollection(models.assetChanges),
    clientFlows: new TenantCollection(models.flows, 'client'),
    clientImports: new TenantCollection(models.dataImports, 'client'),
    idempotencyRecords: new TenantCollection(models.idempotencyRecords),
    uploadSessions: new TenantCollection(models.uploadSessions),
  };
}
