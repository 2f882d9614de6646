import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { apiErrors, type ApiErrorCode, type Problem } from '#shared/api-error.ts';
import type { Logger } from '../platform/logger.ts';

/** Errors of Node's parser with an answer of their own; everything else it cannot read is no HTTP. */
const KNOWN: Readonly<Record<string, { code: ApiErrorCode; detail: string }>> = {
  HPE_HEADER_OVERFLOW: {
    code: 'header_fields_too_large',
    detail: 'The request line and headers are larger than this service reads. Send fewer or shorter ones.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    code: 'payload_too_large',
    detail: 'The chunks of the body carry too much besides it.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: { code: 'request_timeout', detail: 'The request did not arrive in time.' },
};
const MALFORMED = { code: 'invalid_request', detail: 'This is no well-formed HTTP request.' } as const;

/**
 * Answers unreadable requests with a problem document, where Node would send a bare status, and closes the connection.
 * Nothing of the request is sent back. Where an answer has begun, the connection is closed without another.
 */
export function answerBrokenRequests(server: Server, log: Logger): void {
  const begun = new WeakMap<Duplex, Set<ServerResponse>>();
  server.on('request', ({ socket }, response) => {
    const open = begun.get(socket) ?? new Set();
    begun.set(socket, open.add(response));
    response.once('close', () => open.delete(response));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const isAnswered = [...(begun.get(socket) ?? [])].some((response) => response.headersSent);
    if (error.code === 'ECONNRESET' || isAnswered || !socket.writable) return void socket.destroy();
    const { code, detail } = KNOWN[error.code ?? ''] ?? MALFORMED;
    const requestId = randomUUID();
    log.debug({ request_id: requestId, code: error.code }, 'a request could not be read');
    socket.once('finish', () => socket.destroy()).end(answer(code, detail, requestId));
  });
}

function answer(code: ApiErrorCode, detail: string, requestId: string): string {
  const { status, title } = apiErrors[code];
  const problem: Problem = { type: `/api/docs#${code}`, title, status, detail, code, request_id: requestId };
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    `X-Request-Id: ${requestId}`,
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
