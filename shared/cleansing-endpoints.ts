import { defineEndpoint } from './endpoint.ts';
import { cleansedRecordSchema } from './schemas/cleansing.schema.ts';
import { pageOf } from './schemas/common.schema.ts';
import { importParamsSchema, recordsQuerySchema } from './schemas/import.schema.ts';

/** Cleansed records. */
export const cleansingEndpoints = {
  listCleansedRecords: defineEndpoint({
    method: 'GET',
    path: '/data-import/imports/{data_import_id}/cleansed-records',
    summary: 'Records as they were cleansed, raw and cleansed side by side with the rule, in sheet order',
    role: 'viewer',
    tenant: 'one',
    params: importParamsSchema,
    query: recordsQuerySchema,
    response: pageOf(cleansedRecordSchema),
    errors: ['not_cleansed', 'raw_records_removed'],
  }),
};
