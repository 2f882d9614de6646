import { EventEmitter } from 'node:events';
import type { ChangeStream } from 'mongodb';
import type { Model } from 'mongoose';
import type { FlowDocument } from '../models/flow.model.ts';
import type { Logger } from '../platform/logger.ts';

const RESTART_MS = 1_000;

/**
 * Tells long polls that a flow changed: one change stream a process, however many panes wait. It only wakes; whoever
 * is woken reads the flow itself, so a lost or doubled event does no harm.
 */
export class FlowChangeFeed {
  private readonly flows: Model<FlowDocument>;
  private readonly log: Logger;
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private stream: ChangeStream | null = null;
  private restart: NodeJS.Timeout | null = null;
  private isStopped = false;

  constructor(flows: Model<FlowDocument>, log: Logger) {
    this.flows = flows;
    this.log = log;
  }

  start(): void {
    const stream = this.flows.collection.watch([
      { $match: { operationType: { $in: ['update', 'replace'] } } },
      { $project: { documentKey: 1 } },
    ]);
    this.stream = stream;
    stream.on('change', (change) => {
      if ('documentKey' in change) this.emitter.emit(String(change.documentKey._id));
    });
    stream.on('error', (error) => {
      if (this.isStopped) return;
      this.log.warn({ err: error }, 'the change stream of flows broke; long polls answer late until it is back');
      void stream
        .close()
        .catch((closeError: unknown) => this.log.debug({ err: closeError }, 'closing a broken change stream'));
      this.restart = setTimeout(() => this.start(), RESTART_MS);
    });
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    if (this.restart) clearTimeout(this.restart);
    this.emitter.removeAllListeners();
    await this.stream?.close();
  }

  /** Calls `wake` at every change of the flow until the returned function is called. */
  subscribe(flowId: string, wake: () => void): () => void {
    this.emitter.on(flowId, wake);
    return () => this.emitter.off(flowId, wake);
  }
}
