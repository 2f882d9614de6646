import { z } from 'zod';
import { assessmentEndpoints } from './assessment-endpoints.ts';
import { assetEndpoints } from './asset-endpoints.ts';
import { catalogueEndpoints } from './catalogue-endpoints.ts';
import { cleansingEndpoints } from './cleansing-endpoints.ts';
import { conflictEndpoints } from './conflict-endpoints.ts';
import { defineEndpoint } from './endpoint.ts';
import { exportEndpoints } from './export-endpoints.ts';
import { graphEndpoints } from './graph-endpoints.ts';
import { flowEndpoints } from './flow-endpoints.ts';
import { ONE_SHOT_MAX_BYTES } from './limits.ts';
import {
  apiKeyParamsSchema,
  apiKeySchema,
  createApiKeyRequestSchema,
  createdApiKeySchema,
  engagementSchema,
  sessionSchema,
} from './schemas/access.schema.ts';
import { noInput, pageOf, pageQuerySchema } from './schemas/common.schema.ts';
import {
  approveMappingsRequestSchema,
  approveMappingsResponseSchema,
  changeMappingsRequestSchema,
  mappingListSchema,
} from './schemas/field-mapping.schema.ts';
import {
  importDetailSchema,
  importParamsSchema,
  importSummarySchema,
  rawRecordSchema,
  recordsQuerySchema,
  storeImportRequestSchema,
  storeImportResponseSchema,
} from './schemas/import.schema.ts';
import { uploadEndpoints } from './upload-endpoints.ts';

const noBody = z.undefined();

/** Every route below `/api/v1`. What is not listed here does not exist. */
export const endpoints = {
  getSession: defineEndpoint({
    method: 'GET',
    path: '/session',
    summary: 'Who this key is and what it may see',
    role: 'viewer',
    tenant: 'none',
    params: noInput,
    query: noInput,
    body: noBody,
    response: sessionSchema,
  }),
  listEngagements: defineEndpoint({
    method: 'GET',
    path: '/engagements',
    summary: 'Client accounts and engagements this key may see',
    role: 'viewer',
    tenant: 'none',
    params: noInput,
    query: pageQuerySchema,
    body: noBody,
    response: pageOf(engagementSchema),
  }),
  ...assessmentEndpoints,
  ...assetEndpoints,
  ...conflictEndpoints,
  ...catalogueEndpoints,
  storeImport: defineEndpoint({
    method: 'POST',
    path: '/data-import/store-import',
    summary: 'Store a sheet, its suggested mappings and its discovery flow, all or nothing',
    role: 'analyst',
    tenant: 'one',
    params: noInput,
    query: noInput,
    body: storeImportRequestSchema,
    response: storeImportResponseSchema,
    headers: ['Idempotency-Key'],
    maxBodyBytes: ONE_SHOT_MAX_BYTES,
    errors: [
      'import_rejected',
      'open_flow_exists',
      'upload_incomplete',
      'upload_mismatch',
      'upload_published',
      'upload_expired',
      'payload_too_large',
      'idempotency_key_reused',
    ],
  }),
  ...uploadEndpoints,
  listImports: defineEndpoint({
    method: 'GET',
    path: '/data-import/imports',
    summary: 'Imports, newest first',
    role: 'viewer',
    tenant: 'one',
    params: noInput,
    query: pageQuerySchema,
    body: noBody,
    response: pageOf(importSummarySchema),
  }),
  getImport: defineEndpoint({
    method: 'GET',
    path: '/data-import/imports/{data_import_id}',
    summary: 'One import with its columns',
    role: 'viewer',
    tenant: 'one',
    params: importParamsSchema,
    query: noInput,
    body: noBody,
    response: importDetailSchema,
  }),
  listRecords: defineEndpoint({
    method: 'GET',
    path: '/data-import/imports/{data_import_id}/records',
    summary: 'Raw records as JSON keyed by header, in sheet order',
    role: 'viewer',
    tenant: 'one',
    params: importParamsSchema,
    query: recordsQuerySchema,
    body: noBody,
    response: pageOf(rawRecordSchema),
    errors: ['raw_records_removed'],
  }),
  ...cleansingEndpoints,
  listFieldMappings: defineEndpoint({
    method: 'GET',
    path: '/data-import/imports/{data_import_id}/field-mappings',
    summary: 'One mapping per column, in sheet order',
    role: 'viewer',
    tenant: 'one',
    params: importParamsSchema,
    query: noInput,
    body: noBody,
    response: mappingListSchema,
  }),
  changeFieldMappings: defineEndpoint({
    method: 'PATCH',
    path: '/data-import/imports/{data_import_id}/field-mappings',
    summary: 'Change, approve or reject single mappings; all changes or none',
    role: 'analyst',
    tenant: 'one',
    params: importParamsSchema,
    query: noInput,
    body: changeMappingsRequestSchema,
    response: mappingListSchema,
    headers: ['If-Match'],
    errors: ['precondition_required', 'precondition_failed', 'flow_state_conflict'],
  }),
  approveFieldMappings: defineEndpoint({
    method: 'POST',
    path: '/data-import/imports/{data_import_id}/field-mappings/approve',
    summary: "The analyst's decision, written once; the flow goes on",
    role: 'analyst',
    tenant: 'one',
    params: importParamsSchema,
    query: noInput,
    body: approveMappingsRequestSchema,
    response: approveMappingsResponseSchema,
    headers: ['If-Match'],
    errors: ['flow_state_conflict', 'mapping_conflict', 'precondition_failed'],
  }),
  ...flowEndpoints,
  ...graphEndpoints,
  ...exportEndpoints,
  createApiKey: defineEndpoint({
    method: 'POST',
    path: '/admin/api-keys',
    summary: 'Make an API key; it is shown once',
    role: 'admin',
    tenant: 'none',
    params: noInput,
    query: noInput,
    body: createApiKeyRequestSchema,
    response: createdApiKeySchema,
  }),
  listApiKeys: defineEndpoint({
    method: 'GET',
    path: '/admin/api-keys',
    summary: 'API keys within what this key may see',
    role: 'admin',
    tenant: 'none',
    params: noInput,
    query: pageQuerySchema,
    body: noBody,
    response: pageOf(apiKeySchema),
  }),
  revokeApiKey: defineEndpoint({
    method: 'DELETE',
    path: '/admin/api-keys/{key_id}',
    summary: 'Revoke an API key at once',
    role: 'admin',
    tenant: 'none',
    params: apiKeyParamsSchema,
    query: noInput,
    body: noBody,
    response: apiKeySchema,
  }),
};

export type EndpointName = keyof typeof endpoints;
