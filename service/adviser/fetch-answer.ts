import { AdviserError } from './adviser.ts';

/**
 * Longest answer that is read, bytes after decoding: several times the answer that `adviceMessages` asks for, escaped.
 */
const ANSWER_MAX_BYTES = 1_000_000;

/** `fetch` that follows no redirect, which would take headers and values elsewhere, and reads a bounded answer. */
export async function fetchAnswer(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const { body, status, statusText, headers } = await fetch(input, { ...init, redirect: 'manual' });
  return new Response(body?.pipeThrough(bounded()) ?? null, { status, statusText, headers });
}

/** @throws AdviserError into the stream once more has come */
function bounded(): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > ANSWER_MAX_BYTES) controller.error(new AdviserError('The adviser answered more than 1 MB.'));
      else controller.enqueue(chunk);
    },
  });
}
