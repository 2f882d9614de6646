import { ApiFailure, type Connection } from '#shared/call-endpoint.ts';
import { whyStopped } from '../../workbook/worker-failure.ts';
import type { ChunkAnswer, ChunkTask } from './chunk-sender.worker.ts';

interface Waiting {
  resolve: () => void;
  reject: (failure: unknown) => void;
}

/** Sends the chunks of one upload from a worker. Aborting ends the worker and with it what is on its way. */
export class ChunkSender {
  private readonly worker = new Worker(new URL('./chunk-sender.worker.ts', import.meta.url), { type: 'module' });
  private readonly waiting = new Map<number, Waiting>();
  private readonly connection: Connection;
  private readonly isCompressed: boolean;
  private sent = 0;
  private stopped: { reason: unknown } | null = null;

  constructor(connection: Connection) {
    this.connection = connection;
    this.isCompressed = isWorthCompressing(location.hostname);
    this.worker.onmessage = (event: MessageEvent<ChunkAnswer>) => this.settle(event.data);
    this.worker.onerror = (event) => this.end(new Error(`Sending stopped: ${whyStopped(event)}`));
  }

  /** @throws ApiFailure; whatever `end` was given */
  send(params: ChunkTask['params'], json: string): Promise<void> {
    const id = (this.sent += 1);
    const task: ChunkTask = { id, connection: this.connection, params, json, isCompressed: this.isCompressed };
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      if (this.stopped === null) this.worker.postMessage(task);
      else this.end(this.stopped.reason);
    });
  }

  /** Ends the worker; what is on its way and whatever is to be sent yet fails with the first `reason`. */
  end(reason: unknown): void {
    this.stopped ??= { reason };
    this.worker.terminate();
    for (const { reject } of this.waiting.values()) reject(reason);
    this.waiting.clear();
  }

  private settle(answer: ChunkAnswer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if (answer.ok) return waiting?.resolve();
    const { kind, message, status, problem, retryAfterSeconds } = answer;
    const told = status === null ? undefined : { status, ...(problem ? { problem } : {}), retryAfterSeconds };
    waiting?.reject(new ApiFailure(kind, message, told));
  }
}

/** A sheet shrinks to a twelfth, which counts on every way but the one that does not leave this computer. */
function isWorthCompressing(hostname: string): boolean {
  return 'CompressionStream' in globalThis && !['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
