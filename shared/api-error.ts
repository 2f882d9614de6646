import { z } from 'zod';
import { flowPhases } from './statuses.ts';

/**
 * Every error the API can answer: code → HTTP status, title and the reader's way on. The wire form is RFC 9457
 * problem+json; `code` is stable, `title` and `detail` are for people.
 */
export const apiErrors = {
  invalid_request: { status: 400, title: 'The request is not understood' },
  missing_context: { status: 400, title: 'No valid client account or engagement is named' },
  import_rejected: { status: 400, title: 'The sheet cannot be imported as it is' },
  digest_mismatch: { status: 400, title: 'The body is not what was sent' },
  unauthenticated: { status: 401, title: 'No valid API key' },
  forbidden: { status: 403, title: 'This key may not do that' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'This path has no such method' },
  request_timeout: { status: 408, title: 'The body did not arrive in time' },
  open_flow_exists: { status: 409, title: 'An import is still open for this engagement' },
  flow_state_conflict: { status: 409, title: 'The flow is not in a state for this' },
  conflict_changed: { status: 409, title: 'The records may be other assets by now' },
  key_name_exists: { status: 409, title: 'There is a key of that name' },
  target_field_exists: { status: 409, title: 'There is a field of that name' },
  not_cleansed: { status: 409, title: 'The import is not cleansed yet' },
  mapping_conflict: { status: 409, title: 'The mappings contradict each other' },
  chunk_conflict: { status: 409, title: 'These rows were already sent with other content' },
  upload_incomplete: { status: 409, title: 'Rows of the upload are missing' },
  upload_mismatch: { status: 409, title: 'The upload was opened for another sheet' },
  upload_published: { status: 409, title: 'The upload was already published' },
  upload_expired: { status: 410, title: 'The upload has expired' },
  raw_records_removed: { status: 410, title: 'The raw records are removed' },
  precondition_failed: { status: 412, title: 'Somebody changed this meanwhile' },
  payload_too_large: { status: 413, title: 'The request is too large' },
  compression_ratio_exceeded: { status: 413, title: 'The body is compressed too much' },
  unsupported_media_type: { status: 415, title: 'This content type is not accepted' },
  idempotency_key_reused: { status: 422, title: 'This Idempotency-Key was used for another import' },
  precondition_required: { status: 428, title: 'If-Match is missing' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  too_many_in_flight: { status: 429, title: 'Too many large requests at once' },
  header_fields_too_large: { status: 431, title: 'The headers are too large' },
  internal_error: { status: 500, title: 'The service failed' },
  chunk_in_progress: { status: 503, title: 'These rows are being stored by another request' },
  service_unavailable: { status: 503, title: 'The service is not ready' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ApiErrorCode = keyof typeof apiErrors;

/** One fault of a request: its place and its remedy. Rows and columns count from 1 within the sent rows. */
const problemItemSchema = z.strictObject({
  code: z.string().describe('Stable name of the rule, for example ragged_row'),
  field: z.string().describe('Header or body field, for example sheet.rows or X-Engagement-Id'),
  row: z.int().positive().nullable().describe('1-based data row, null when it is not about one row'),
  column: z.int().positive().nullable().describe('1-based column, null when it is not about one column'),
  message: z.string().describe('What is wrong and what to do'),
});
export type ProblemItem = z.infer<typeof problemItemSchema>;

/** The open flow that a 409 of `store-import` names. */
const existingFlowSchema = z.strictObject({
  flow_id: z.string(),
  data_import_id: z.string(),
  status: z.string(),
  current_phase: z.enum([...flowPhases, 'completed']),
  progress_percentage: z.number(),
  filename: z.string(),
  last_activity: z.iso.datetime(),
});
export type ExistingFlow = z.infer<typeof existingFlowSchema>;

/** RFC 9457 body with this API's extension members. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(Object.keys(apiErrors) as [ApiErrorCode, ...ApiErrorCode[]]),
  request_id: z.string(),
  problems: z.array(problemItemSchema).optional(),
  problems_total: z.int().optional().describe('How many there are in all; the list stops at 1,000'),
  existing_flow: existingFlowSchema.optional(),
  actions: z.array(z.enum(['continue', 'delete'])).optional(),
});
export type Problem = z.infer<typeof problemSchema>;
