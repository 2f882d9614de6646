import { z } from 'zod';
import { endpoints } from '#shared/endpoints.ts';
import { UPLOAD_CHUNK_MAX_BYTES } from '#shared/limits.ts';
import type { ChunkStore } from '../../imports/uploads/chunk-store.ts';
import type { UploadDesk } from '../../imports/uploads/upload-desk.ts';
import { presentUpload } from '../../imports/uploads/upload-presenter.ts';
import type { UploadSessions } from '../../imports/uploads/upload-sessions.ts';
import type { InFlightLimit } from '../../platform/in-flight-limit.ts';
import { digestedBodyReader } from '../digested-body.ts';
import type { Route, RouteMaker } from '../handle-endpoint.ts';

interface UploadRouteServices {
  desk: UploadDesk;
  sessions: UploadSessions;
  chunks: ChunkStore;
  chunksInFlight: InFlightLimit;
}

/** The body stays bytes: ChunkStore makes records of its JSON without a value for each cell. */
const storeChunk = { ...endpoints.storeChunk, body: z.instanceof(Buffer) };

export function uploadRoutes({ tenantRoute }: RouteMaker, services: UploadRouteServices): Route[] {
  return [
    tenantRoute(endpoints.openUpload, async ({ tenant, principal, body }) => {
      const session = await services.desk.open(tenant, principal, body);
      return {
        body: {
          upload_id: session._id,
          chunk_max_bytes: UPLOAD_CHUNK_MAX_BYTES,
          expires_at: session.expires_at.toISOString(),
        },
      };
    }),
    tenantRoute(
      storeChunk,
      async ({ tenant, principal, params, body, bodyDigest }) => ({
        body: await services.chunks.store({
          tenant,
          keyId: principal.keyId,
          uploadId: params.upload_id,
          n: params.n,
          digest: bodyDigest,
          json: body,
        }),
      }),
      {
        readBody: digestedBodyReader({ limit: services.chunksInFlight, maxBytes: UPLOAD_CHUNK_MAX_BYTES }),
        beforeBody: ({ tenant, principal, readParams }) =>
          services.desk.assertTakesChunks(tenant, { uploadId: readParams().upload_id, keyId: principal.keyId }),
      },
    ),
    tenantRoute(endpoints.getUpload, async ({ tenant, params }) => ({
      body: presentUpload(await services.sessions.get(tenant, params.upload_id)),
    })),
    tenantRoute(endpoints.discardUpload, async ({ tenant, params }) => {
      await services.desk.discard(tenant, params.upload_id);
      return { body: { upload_id: params.upload_id, state: 'discarded' as const } };
    }),
  ];
}
