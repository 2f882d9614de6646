import { ApiFailure, fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { uploadEndpoints } from '#shared/upload-endpoints.ts';

/** A chunk on its way, already JSON: one text is copied at once, cells would be one by one. */
export interface ChunkTask {
  id: number;
  connection: Connection;
  params: { upload_id: string; n: number };
  json: string;
  isCompressed: boolean;
}

/** Errors lose their class on the way out of a worker; this form does not. */
export type ChunkAnswer =
  | { id: number; ok: true }
  | ({ id: number; ok: false } & Pick<ApiFailure, 'kind' | 'message' | 'status' | 'problem' | 'retryAfterSeconds'>);

/** Encodes, digests, compresses and sends chunks away from the screen: in goes a chunk, out comes how it ended. */
self.onmessage = async (event: MessageEvent<ChunkTask>) => {
  self.postMessage(await send(event.data));
};

async function send({ id, connection, json: text, ...input }: ChunkTask): Promise<ChunkAnswer> {
  const json = new TextEncoder().encode(text);
  try {
    await fetchEndpoint(connection, uploadEndpoints.storeChunk, { ...input, json });
    return { id, ok: true };
  } catch (failure) {
    const { kind, message, status, problem, retryAfterSeconds } =
      failure instanceof ApiFailure ? failure : new ApiFailure('unreadable', String(failure));
    return { id, ok: false, kind, message, status, problem, retryAfterSeconds };
  }
}
