import { trusted, type ClientSession } from 'mongoose';
import type { RowRange } from '../agents/agent.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import { ownedBy, type Tenant } from '../access/tenant.ts';
import { PARTS_VERSION, partitionId, type AgentPartitionDocument } from '../models/agent-partition.model.ts';
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { PhaseJob } from './job-queue.ts';
import type { PartitionData } from './partition-data.ts';

/** A partition that its holder reads until the lease ends. */
export interface ClaimedPartition {
  tenant: Tenant;
  document: AgentPartitionDocument;
}

/** Where it stands in its agent's order, and what it is called there. */
interface Pass {
  index: number;
  name: string;
}

type PartitionError = NonNullable<AgentPartitionDocument['error']>;

interface PartitionStoreDependencies {
  partitions: TenantCollection<AgentPartitionDocument>;
  data: PartitionData;
  clock: Clock;
  leaseMs: number;
  /** Workers that may be lost reading one partition before it is given up. */
  maxLosses: number;
}

/**
 * The partitions of running phases: any worker takes one, keeps its lease alive and stores what it measured; only the
 * newest claim's part is taken. Reading again gives the same part, so losing a claim loses time and nothing else.
 */
export class PartitionStore {
  private readonly deps: PartitionStoreDependencies;

  constructor(dependencies: PartitionStoreDependencies) {
    this.deps = dependencies;
  }

  get leaseMs(): number {
    return this.deps.leaseMs;
  }

  /**
   * Hands out the partitions of a pass. What an earlier attempt handed out stays: what was read of it is kept, and what
   * failed is tried again. They are prepared once, as `prepare` would remove what finished parts have written; only where
   * the database died before all were stored, or another release handed them out, is that done anew, with nothing kept.
   */
  async open(
    job: PhaseJob,
    pass: Pass,
    ranges: readonly RowRange[],
    prepare: () => Promise<readonly unknown[]>,
  ): Promise<void> {
    const { partitions, data } = this.deps;
    const known = await this.list(job, pass.index);
    if (known.length < ranges.length || known.some((partition) => !isOf(pass, partition))) {
      await this.drop(job, pass.index, known);
      const made = ranges.map((range, number) => newPartition(job, pass, { number, range }));
      const given = await prepare();
      for (const [index, { _id }] of made.entries())
        await data.write({ tenant: job.tenant, flowId: job.flowId, partitionId: _id, kind: 'given' }, given[index]);
      await partitions.replaceAll(job.tenant, made);
    }
    await partitions.changeAll(
      job.tenant,
      { flow_id: job.flowId, phase: job.phase, status: 'failed' },
      { $set: { status: 'open', error: null, claims: 0, rows_done: 0 } },
    );
  }

  /** The next partition nobody reads; null when there is none. */
  async claim(job: PhaseJob): Promise<ClaimedPartition | null> {
    const now = this.deps.clock.now();
    const document = await this.deps.partitions.change(
      job.tenant,
      {
        flow_id: job.flowId,
        phase: job.phase,
        parts_version: PARTS_VERSION,
        claims: trusted({ $lt: this.deps.maxLosses }),
        $or: [{ status: 'open' }, { status: 'running', lease_until: trusted({ $lte: now }) }],
      },
      {
        $set: { status: 'running', claim: newId('clm', now), lease_until: this.leaseFrom(now), rows_done: 0 },
        $inc: { claims: 1 },
      },
    );
    return document === null ? null : { tenant: job.tenant, document };
  }

  readGiven(claimed: ClaimedPartition): Promise<unknown> {
    return this.deps.data.read({ ...ownerOf(claimed), kind: 'given' });
  }

  /** @returns whether the claim still holds */
  async renew(claimed: ClaimedPartition, rowsDone: number, leaseUntil: Date): Promise<boolean> {
    return this.changeClaimed(claimed, { rows_done: rowsDone, lease_until: leaseUntil });
  }

  async finish(claimed: ClaimedPartition, part: unknown): Promise<void> {
    const owner = { ...ownerOf(claimed), kind: 'part' as const };
    await this.deps.data.write(owner, part);
    const { first_row: firstRow, last_row: lastRow } = claimed.document;
    const isDone = await this.changeClaimed(claimed, {
      status: 'done',
      rows_done: lastRow - firstRow + 1,
      lease_until: null,
    });
    // Whoever has it now writes the same part, unless the phase is over and everything was removed.
    if (!isDone && (await this.deps.partitions.find(claimed.tenant, { _id: claimed.document._id })) === null)
      await this.deps.data.remove(owner);
  }

  async fail(claimed: ClaimedPartition, error: PartitionError): Promise<void> {
    await this.changeClaimed(claimed, { status: 'failed', error, lease_until: null });
  }

  /** No worker came back from it: it fails for good, and is open again for whoever resumes the flow. */
  async giveUp(tenant: Tenant, { _id, claim }: AgentPartitionDocument, error: PartitionError): Promise<void> {
    await this.deps.partitions.change(
      tenant,
      { _id, claim, status: 'running' },
      { $set: { status: 'failed', error, lease_until: null } },
    );
  }

  /** Puts it back for somebody else: this worker stops. */
  async release(claimed: ClaimedPartition): Promise<void> {
    await this.changeClaimed(claimed, {
      status: 'open',
      rows_done: 0,
      lease_until: null,
      claims: claimed.document.claims - 1,
    });
  }

  /** In row order. */
  async list(job: PhaseJob, pass: number): Promise<AgentPartitionDocument[]> {
    return this.deps.partitions.list(job.tenant, { flow_id: job.flowId, phase: job.phase, pass }, { _id: 1 });
  }

  /** When the last lease on a part of a flow's rows ends; null: nobody reads any. */
  async readUntil(tenant: Tenant, flowId: string, session: ClientSession): Promise<Date | null> {
    const running = {
      flow_id: flowId,
      status: 'running',
      lease_until: trusted({ $gt: this.deps.clock.now() }),
    } as const;
    const [last] = await this.deps.partitions.list(tenant, running, { lease_until: -1 }, session);
    return last?.lease_until ?? null;
  }

  parts({ tenant, flowId }: PhaseJob, partitions: readonly AgentPartitionDocument[]): AsyncIterable<unknown> {
    const { data } = this.deps;
    return {
      async *[Symbol.asyncIterator]() {
        for (const { _id } of partitions) yield await data.read({ tenant, flowId, partitionId: _id, kind: 'part' });
      },
    };
  }

  /** With the end of a phase or of its flow. */
  async removeAll(tenant: Tenant, flowId: string, session: ClientSession): Promise<void> {
    await this.deps.partitions.removeAll(tenant, { flow_id: flowId }, session);
    await this.deps.data.removeFlow(tenant, flowId, session);
  }

  /** Whether it was lost as often as it may be. */
  isGivenUp(partition: AgentPartitionDocument): boolean {
    const isLost = partition.lease_until !== null && partition.lease_until <= this.deps.clock.now();
    return partition.status === 'running' && isLost && partition.claims >= this.deps.maxLosses;
  }

  private async drop(job: PhaseJob, pass: number, known: readonly AgentPartitionDocument[]): Promise<void> {
    const { tenant, flowId, phase } = job;
    if (known.length > 0) await this.deps.partitions.removeAll(tenant, { flow_id: flowId, phase, pass });
    for (const { _id } of known)
      for (const kind of ['given', 'part'] as const)
        await this.deps.data.remove({ tenant, flowId, partitionId: _id, kind });
  }

  private leaseFrom(now: Date): Date {
    return new Date(now.getTime() + this.deps.leaseMs);
  }

  private async changeClaimed(claimed: ClaimedPartition, change: Partial<AgentPartitionDocument>): Promise<boolean> {
    const { _id, claim } = claimed.document;
    const filter = { _id, claim, status: 'running' } as const;
    return (await this.deps.partitions.change(claimed.tenant, filter, { $set: change })) !== null;
  }
}

function ownerOf({ tenant, document }: ClaimedPartition) {
  return { tenant, flowId: document.flow_id, partitionId: document._id };
}

function isOf(pass: Pass, { parts_version, pass_name }: AgentPartitionDocument): boolean {
  return parts_version === PARTS_VERSION && pass_name === pass.name;
}

function newPartition(
  job: PhaseJob,
  pass: Pass,
  { number, range }: { number: number; range: RowRange },
): AgentPartitionDocument {
  return {
    _id: partitionId(job.flowId, job.phase, pass.index, number),
    ...ownedBy(job.tenant),
    flow_id: job.flowId,
    phase: job.phase,
    parts_version: PARTS_VERSION,
    pass: pass.index,
    pass_name: pass.name,
    first_row: range.firstRow,
    last_row: range.lastRow,
    status: 'open',
    rows_done: 0,
    claim: null,
    lease_until: null,
    claims: 0,
    error: null,
  };
}
