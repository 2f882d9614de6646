import { setTimeout as sleep } from 'node:timers/promises';
import { countOf } from '#shared/format.ts';
import {
  AgentError,
  type Agent,
  type AgentContext,
  type AgentInput,
  type AgentPass,
  type Parts,
  type RowRange,
} from '../agents/agent.ts';
import type { ReadRanges } from '../agents/run-agent.ts';
import { ownedBy } from '../access/tenant.ts';
import type { AgentPartitionDocument } from '../models/agent-partition.model.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { AttemptMonitor } from './attempt-monitor.ts';
import { describeFailure, isFinalFailure } from './describe-failure.ts';
import { AttemptLostError } from './flow-error.ts';
import type { JobHandle, JobQueue, PhaseJob } from './job-queue.ts';
import type { ClaimedPartition, PartitionStore } from './partition-store.ts';

/** How often whoever owns the phase reports how far all are, ms. */
const REPORT_MS = 500;
/** How long the owner waits before it looks again whether the others are done, when it has nothing left to read, ms. */
const WAIT_MS = 250;
/** Workers asked to help with one pass. */
const HELPERS_MAX = 16;

/** One run of an agent that reads partitions. */
interface Reading {
  job: PhaseJob;
  agent: Agent;
  input: AgentInput;
  /** All there are of each pass. */
  ranges: readonly RowRange[];
  context: AgentContext;
}

type PartitionCounts = { partitions: number; partitions_done: number };

/** A phase of another worker, for whoever helps to read it. */
interface HelpedPhase {
  /** Whether its flow still runs it. */
  isRun(): Promise<boolean>;
  /** null when there is nothing to read it from. */
  open(): Promise<Pick<Reading, 'agent' | 'input'> | null>;
}

/**
 * Reads the partitions of a phase: the worker that owns the phase takes one after the other, and so does every worker
 * that has nothing else to do. What one of them read is kept, whatever becomes of it afterwards.
 */
export class PartitionReader {
  private readonly deps: { store: PartitionStore; queue: JobQueue; clock: Clock; log: Logger };
  /** Phases this process owns now: it needs no help of its own. */
  private readonly owned = new Set<string>();

  constructor(dependencies: { store: PartitionStore; queue: JobQueue; clock: Clock; log: Logger }) {
    this.deps = dependencies;
  }

  /** For the owner of the phase: reads all ranges with whoever helps. One range alone is read at once. */
  readerFor(owned: Omit<Reading, 'ranges'>): ReadRanges {
    return async ({ index, pass, ranges, prepare }) => {
      const reading: Reading = { ...owned, ranges };
      const report = (rowsDone: number, state?: Parameters<AgentContext['reportProgress']>[1]): void =>
        reading.context.reportProgress(overPasses(rowsDone, index, reading), state);
      const [only] = ranges;
      if (ranges.length === 1 && only) {
        const context = { signal: reading.context.signal, reportProgress: report };
        const [given] = await prepare();
        return [await pass.read(reading.input, { range: only, given }, context)];
      }
      await this.deps.store.open(reading.job, { index, name: pass.name }, ranges, prepare);
      const name = phaseName(reading.job);
      // Before anybody is asked, as this process may be the first to see that.
      this.owned.add(name);
      try {
        await this.deps.queue.scheduleHelp(reading.job, Math.min(ranges.length - 1, HELPERS_MAX));
        return await this.readTogether(reading, index, report);
      } finally {
        this.owned.delete(name);
      }
    };
  }

  /** For any other worker: reads partitions of the phase until none is left or its flow stopped, and leaves quietly. */
  async help(job: PhaseJob, phase: HelpedPhase, handle: JobHandle): Promise<void> {
    if (this.owned.has(phaseName(job))) return;
    const { store } = this.deps;
    let unread = await store.claim(job);
    if (unread === null) return;
    try {
      const found = await phase.open();
      const ranges = (await store.list(job, unread.document.pass)).map(rangeOf);
      const context: AgentContext = { signal: handle.signal, reportProgress: () => undefined };
      // Asked when it is taken: whoever stops the flow after that knows of it by its lease.
      while (found !== null && unread !== null && (await phase.isRun())) {
        await handle.touch();
        const claimed: ClaimedPartition = unread;
        unread = null;
        await this.readOne({ job, context, ranges, ...found }, claimed);
        unread = handle.signal.aborted ? null : await store.claim(job);
      }
    } finally {
      // Kept, it would be nobody's until its lease ends, and count as a lost worker.
      if (unread !== null) await store.release(unread);
    }
  }

  private async readTogether(
    reading: Reading,
    pass: number,
    report: (rowsDone: number, state: PartitionCounts) => void,
  ): Promise<Parts> {
    const { store } = this.deps;
    const look = setInterval(() => {
      this.look(reading.job, pass, report).catch((error: unknown) =>
        this.deps.log.warn(
          { err: error, flow_id: reading.job.flowId },
          'the progress of a phase could not be read; trying again',
        ),
      );
    }, REPORT_MS);
    try {
      for (;;) {
        reading.context.signal.throwIfAborted();
        const claimed = await store.claim(reading.job);
        if (claimed !== null) {
          await this.readOne(reading, claimed);
          continue;
        }
        const partitions = await store.list(reading.job, pass);
        // They go with the flow or the phase, and with nothing else.
        if (partitions.length === 0) throw new AttemptLostError();
        for (const { status, error } of partitions) if (status === 'failed') throw asAgentError(error);
        const lost = partitions.find((partition) => store.isGivenUp(partition));
        if (lost !== undefined) {
          await store.giveUp(reading.job.tenant, lost, lostError(reading.agent, lost));
          continue;
        }
        if (partitions.every(({ status }) => status === 'done')) return store.parts(reading.job, partitions);
        await sleep(WAIT_MS, undefined, { signal: reading.context.signal });
      }
    } finally {
      clearInterval(look);
    }
  }

  private async look(
    job: PhaseJob,
    pass: number,
    report: (rowsDone: number, state: PartitionCounts) => void,
  ): Promise<void> {
    const partitions = await this.deps.store.list(job, pass);
    report(
      partitions.reduce((sum, { rows_done }) => sum + rows_done, 0),
      {
        partitions: partitions.length,
        partitions_done: partitions.filter(({ status }) => status === 'done').length,
      },
    );
  }

  /** Reads one partition under its lease; what goes wrong is stored with it, for whoever owns the phase. */
  private async readOne(reading: Reading, claimed: ClaimedPartition): Promise<void> {
    const { store, clock } = this.deps;
    const { tenant, flowId: flow_id, phase } = reading.job;
    const log = this.deps.log.child({ ...ownedBy(tenant), flow_id, phase, partition: claimed.document._id });
    const monitor = new AttemptMonitor({
      storeProgress: ({ rowsDone }, leaseUntil) => store.renew(claimed, rowsDone, leaseUntil),
      renewLease: ({ rowsDone }, leaseUntil) => store.renew(claimed, rowsDone, leaseUntil),
      outerSignal: reading.context.signal,
      clock,
      leaseMs: store.leaseMs,
      log,
    });
    try {
      const part = await this.read(reading, claimed, monitor);
      await monitor.stop();
      monitor.signal.throwIfAborted();
      await store.finish(claimed, part);
    } catch (error) {
      await monitor.stop();
      // Checked first: if this worker lost the phase, the partition goes back for the next owner.
      if (reading.context.signal.aborted) return store.release(claimed);
      if (monitor.signal.reason instanceof AttemptLostError) return;
      log.warn({ err: error }, 'a partition could not be read');
      await store.fail(claimed, {
        ...describeFailure(reading.agent.name, error),
        is_final: isFinalFailure(error),
      });
    }
  }

  private async read(reading: Reading, claimed: ClaimedPartition, monitor: AttemptMonitor): Promise<unknown> {
    const given = await this.deps.store.readGiven(claimed);
    return passOf(reading, claimed.document).read(
      reading.input,
      { range: rangeOf(claimed.document), given },
      { signal: monitor.signal, reportProgress: (rowsDone) => monitor.report(rowsDone) },
    );
  }
}

const phaseName = (job: PhaseJob): string => `${job.flowId}:${job.phase}`;

function rangeOf({ first_row: firstRow, last_row: lastRow }: AgentPartitionDocument): RowRange {
  return { firstRow, lastRow };
}

function passOf({ agent, input, ranges }: Reading, { pass_name }: AgentPartitionDocument): AgentPass {
  const pass = agent.passes(input, ranges).find(({ name }) => name === pass_name);
  if (pass === undefined) throw new AgentError('pass_missing', `${agent.name} has no pass "${pass_name}".`);
  return pass;
}

/** Rows of a phase, each pass with its share of them: never more than there are. */
function overPasses(rowsDone: number, index: number, { agent, input, ranges }: Reading): number {
  const weights = agent.passes(input, ranges).map(({ weight }) => weight ?? 1);
  const sum = (some: readonly number[]): number => some.reduce((total, weight) => total + weight, 0);
  const done = sum(weights.slice(0, index)) * input.facts.totalRecords + (weights[index] ?? 1) * rowsDone;
  return Math.floor(done / sum(weights));
}

/** Final: whoever tries again would be lost again. */
function lostError(agent: Agent, { first_row: first, last_row: last, claims }: AgentPartitionDocument) {
  const message = `${countOf(claims, 'worker')} began to read rows ${first} to ${last} and ended without a word: stopped by something in these rows, or cut off from the database. Look at the logs of both and at these rows, then try again.`;
  return { agent: agent.name, code: 'partition_lost', message, cause: null, row_number: null, is_final: true };
}

/** Codes of errors that say nothing about whether another try would help are tried again. */
function asAgentError(error: AgentPartitionDocument['error']): Error {
  if (error === null) return new Error('A part of the rows could not be read.');
  const options = { ...(error.row_number === null ? {} : { rowNumber: error.row_number }), isFinal: error.is_final };
  return new AgentError(error.code, error.message, {
    ...options,
    ...(error.cause === null ? {} : { cause: new Error(error.cause) }),
  });
}
