import { trusted } from 'mongoose';
import { flowStatuses, isFinal, waitPhases, type FlowStatus, type FlowWait } from '#shared/statuses.ts';
import { assertCursor } from '../access/page-cursor.ts';
import type { Page, PageRequest, TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { AgentTaskDocument } from '../models/agent-task.model.ts';
import type { FindingDocument } from '../models/finding.model.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { RevisionWatch } from '../platform/revision-watch.ts';
import { containing } from '../platform/database/text-pattern.ts';
import type { Job } from '#shared/schemas/flow.schema.ts';
import type { JobQueue } from './job-queue.ts';

/** A waiting poll reads again this often even when it was told nothing, ms. */
const REREAD_MS = 2_000;

interface FlowFilter {
  status?: FlowStatus | undefined;
  /** What somebody has to do before the flow goes on. */
  waitsFor?: FlowWait | undefined;
  /** In the name of the file or the sheet. */
  search?: string | undefined;
  /** Without deleted ones, unless their status is asked for. */
  areDeletedLeftOut?: boolean;
}

interface Wait {
  knownRevision: number;
  seconds: number;
  /** Aborted when the caller hangs up. */
  signal: AbortSignal;
}

interface FlowProgressReaderDependencies {
  flows: TenantCollection<FlowDocument>;
  tasks: TenantCollection<AgentTaskDocument>;
  findings: TenantCollection<FindingDocument>;
  queue: JobQueue;
  watch: RevisionWatch;
}

/** What panes and dashboards read of flows: one small document a poll, never rows. */
export class FlowProgressReader {
  private readonly deps: FlowProgressReaderDependencies;

  constructor(dependencies: FlowProgressReaderDependencies) {
    this.deps = dependencies;
  }

  /** @throws AppError not_found */
  getFlow(tenant: Tenant, flowId: string): Promise<FlowDocument> {
    return this.deps.flows.get(tenant, { _id: flowId }, 'flow');
  }

  /** The flow as soon as its revision differs from the known one, or as it is when the time is over or the service closes. */
  async waitForChange(tenant: Tenant, flowId: string, wait: Wait): Promise<FlowDocument> {
    const deadline = Date.now() + wait.seconds * 1_000;
    const signals = [wait.signal, this.deps.watch.waitingEnded];
    for (;;) {
      let leave = (): void => undefined;
      // Watched before it is read, so that no change falls between; anew each time, as a watcher is told once.
      const woken = new Promise<void>(
        (resolve) => (leave = this.deps.watch.watch(flowId, wait.knownRevision, resolve)),
      );
      try {
        const flow = await this.getFlow(tenant, flowId);
        const leftMs = deadline - Date.now();
        if (
          flow.revision !== wait.knownRevision ||
          isFinal(flow.status) ||
          leftMs <= 0 ||
          signals.some(({ aborted }) => aborted)
        )
          return flow;
        await firstOf(woken, Math.min(leftMs, REREAD_MS), signals);
      } finally {
        leave();
      }
    }
  }

  /** What is searched for is read along the engagement's flows: there is one an import. */
  async listFlows(tenant: Tenant, filter: FlowFilter, request: PageRequest): Promise<Page<FlowDocument>> {
    assertCursor(request.cursor, 'flow_');
    const words = filter.search?.trim() ?? '';
    const pattern = containing(words);
    return this.deps.flows.pageNewestFirst(
      tenant,
      {
        ...statusFilter(filter),
        ...(filter.waitsFor === undefined ? {} : { $and: [waitingFor(filter.waitsFor)] }),
        ...(words === '' ? {} : { $or: [{ filename: pattern }, { sheet_name: pattern }] }),
      },
      request,
    );
  }

  async listTasks(tenant: Tenant, flowId: string, request: PageRequest): Promise<Page<AgentTaskDocument>> {
    await this.getFlow(tenant, flowId);
    assertCursor(request.cursor, `${flowId}:`);
    return this.deps.tasks.page(tenant, { flow_id: flowId }, request);
  }

  async listFindings(tenant: Tenant, flowId: string, request: PageRequest): Promise<Page<FindingDocument>> {
    await this.getFlow(tenant, flowId);
    assertCursor(request.cursor, `${flowId}:`);
    return this.deps.findings.page(tenant, { flow_id: flowId }, request);
  }

  async listJobs(tenant: Tenant, flowId: string): Promise<Job[]> {
    await this.getFlow(tenant, flowId);
    return this.deps.queue.list(flowId);
  }
}

function statusFilter({ status, areDeletedLeftOut }: FlowFilter) {
  if (status !== undefined) return { status };
  // Named one by one, so that the index is read in order.
  return areDeletedLeftOut ? { status: trusted({ $in: flowStatuses.filter((one) => one !== 'deleted') }) } : {};
}

function waitingFor(wait: FlowWait) {
  return { status: 'waiting_for_approval' as const, current_phase: waitPhases[wait] };
}

/** Resolves with whichever comes first: the event, the time, the caller hanging up or the service closing. */
async function firstOf(event: Promise<void>, ms: number, signals: readonly AbortSignal[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let stop = (): void => undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
    stop = resolve;
    for (const signal of signals) signal.addEventListener('abort', stop, { once: true });
  });
  await Promise.race([event, late]);
  clearTimeout(timer);
  for (const signal of signals) signal.removeEventListener('abort', stop);
}
