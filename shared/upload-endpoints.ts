import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { UPLOAD_CHUNK_MAX_BYTES, UPLOAD_OPEN_MAX_BYTES } from './limits.ts';
import { noInput } from './schemas/common.schema.ts';
import {
  chunkParamsSchema,
  chunkRequestSchema,
  discardedUploadSchema,
  openedUploadSchema,
  openUploadRequestSchema,
  storedChunkSchema,
  uploadParamsSchema,
  uploadSchema,
} from './schemas/upload.schema.ts';

const noBody = z.undefined();

/** Upload sessions: open, send chunks, ask what is missing, then publish with `store-import`; or discard. */
export const uploadEndpoints = {
  openUpload: defineEndpoint({
    method: 'POST',
    path: '/data-import/uploads',
    summary: 'Open an upload session for a sheet that is too large for one request',
    role: 'analyst',
    tenant: 'one',
    params: noInput,
    query: noInput,
    body: openUploadRequestSchema,
    response: openedUploadSchema,
    successStatus: 201,
    maxBodyBytes: UPLOAD_OPEN_MAX_BYTES,
    errors: ['import_rejected', 'open_flow_exists', 'payload_too_large'],
  }),
  storeChunk: defineEndpoint({
    method: 'PUT',
    path: '/data-import/uploads/{upload_id}/chunks/{n}',
    summary: 'Send some rows of an upload; in any order, and again without harm',
    role: 'analyst',
    tenant: 'one',
    params: chunkParamsSchema,
    query: noInput,
    body: chunkRequestSchema,
    response: storedChunkSchema,
    headers: ['Content-Digest'],
    maxBodyBytes: UPLOAD_CHUNK_MAX_BYTES,
    errors: [
      'import_rejected',
      'digest_mismatch',
      'request_timeout',
      'chunk_conflict',
      'upload_published',
      'upload_expired',
      'payload_too_large',
      'compression_ratio_exceeded',
      'chunk_in_progress',
    ],
  }),
  getUpload: defineEndpoint({
    method: 'GET',
    path: '/data-import/uploads/{upload_id}',
    summary: 'Which rows of an upload have arrived and which are missing',
    role: 'analyst',
    tenant: 'one',
    params: uploadParamsSchema,
    query: noInput,
    body: noBody,
    response: uploadSchema,
    errors: ['upload_expired'],
  }),
  discardUpload: defineEndpoint({
    method: 'DELETE',
    path: '/data-import/uploads/{upload_id}',
    summary: 'Discard an upload that was not published, with its rows',
    role: 'analyst',
    tenant: 'one',
    params: uploadParamsSchema,
    query: noInput,
    body: noBody,
    response: discardedUploadSchema,
    errors: ['upload_published'],
  }),
};
