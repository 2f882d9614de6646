import { trusted, type ClientSession, type Connection } from 'mongoose';
import type { AuditLog } from '../access/audit-log.ts';
import type { Actor } from '../access/principal.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { AgentTaskDocument } from '../models/agent-task.model.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { Clock } from '../platform/clock.ts';
import { inTransaction, isDuplicateKey } from '../platform/database/mongo.ts';
import type { EndRequest, FlowDecisions } from './flow-decisions.ts';
import { flowStateConflict } from './flow-error.ts';
import { phasesBeforeWriting } from './flow-progress.ts';
import { stoppingWriters, type InventoryTurns } from './inventory-turns.ts';
import type { DuePhaseQueue } from './due-phase-queue.ts';
import type { PartitionStore } from './partition-store.ts';

/** Un-learns what the client's memory has from an import. */
export type ForgetLearned = (tenant: Tenant, dataImportId: string, session: ClientSession) => Promise<void>;

/** Opens the conflicts of earlier imports again that this flow's import asked about anew and that nobody answered in it. */
export type OpenUnanswered = (tenant: Tenant, flow: FlowDocument, session: ClientSession) => Promise<void>;

/** What agents made of an import's mappings while no asset is written. */
interface Unwritten {
  forget(tenant: Tenant, flow: FlowDocument, session: ClientSession): Promise<void>;
  /** Part by part, each in a transaction that asks whether it is still stale. */
  forgetListed(
    tenant: Tenant,
    flow: FlowDocument,
    isStale: (session: ClientSession) => Promise<boolean>,
  ): Promise<void>;
}

interface FlowControlDependencies {
  connection: Connection;
  flows: TenantCollection<FlowDocument>;
  tasks: TenantCollection<AgentTaskDocument>;
  dataImports: TenantCollection<DataImportDocument>;
  decisions: FlowDecisions;
  partitions: PartitionStore;
  turns: InventoryTurns;
  duePhases: DuePhaseQueue;
  forgetLearned: ForgetLearned;
  openUnanswered: OpenUnanswered;
  unwritten: Unwritten;
  audit: AuditLog;
  clock: Clock;
}

/** What people do to flows: pause, resume, reopen, apply, rebuild, withdraw and delete, each audited in its own transaction. */
export class FlowControl {
  private readonly deps: FlowControlDependencies;

  constructor(dependencies: FlowControlDependencies) {
    this.deps = dependencies;
  }

  /** Runs a stopped flow on. It never approves: a flow that waits for its analyst is refused. */
  async resumeFlow(tenant: Tenant, flowId: string, actor: Actor): Promise<FlowDocument> {
    return this.decide({ tenant, flowId, actor, action: 'flow.resume' }, (flow, session) =>
      this.deps.decisions.runOn(tenant, flow, session),
    );
  }

  /** Resumes a failed flow; a paused one is refused, since nothing of it has to be tried again. */
  async retryFlow(tenant: Tenant, flowId: string, actor: Actor): Promise<FlowDocument> {
    return this.decide({ tenant, flowId, actor, action: 'flow.retry' }, (flow, session) => {
      if (flow.status !== 'failed')
        throw flowStateConflict(`Only a failed flow can be retried; this one is ${flow.status}.`);
      return this.deps.decisions.runOn(tenant, flow, session);
    });
  }

  /** Stops a running flow; what its agents read so far is kept for when it is resumed. */
  async pauseFlow(tenant: Tenant, flowId: string, actor: Actor): Promise<FlowDocument> {
    return this.decide({ tenant, flowId, actor, action: 'flow.pause' }, async (flow, session) => {
      const stopping = await this.stoppingWriters(tenant, flow, session);
      return this.deps.decisions.markPaused(tenant, { flow, stopping }, session);
    });
  }

  /** Back to the mappings while nothing is written; they stay decided, and what was made of them is made anew. */
  async reopenMappings(tenant: Tenant, flowId: string, actor: Actor): Promise<FlowDocument> {
    const { decisions, partitions, tasks, unwritten, flows } = this.deps;
    const decision = { tenant, flowId, actor, action: 'flow.reopen_mappings' };
    const reopened = await this.decide(decision, async (flow, session) => {
      const changed = await decisions.returnToMappings(tenant, flow, session);
      const unkept = {
        flow_id: flowId,
        phase: trusted({ $in: [...phasesBeforeWriting] }),
        status: 'completed',
      } as const;
      await tasks.changeAll(tenant, unkept, { $set: { status: 'cancelled' } }, session);
      await partitions.removeAll(tenant, flowId, session);
      await unwritten.forget(tenant, flow, session);
      return changed;
    });
    const waits = { _id: flowId, approved_at: null };
    const isStale = async (session: ClientSession) => (await flows.find(tenant, waits, session)) !== null;
    await unwritten.forgetListed(tenant, reopened, isStale);
    return reopened;
  }

  /** Lets the inventory be written that the analyst has looked at. */
  async applyInventory(tenant: Tenant, flowId: string, actor: Actor): Promise<FlowDocument> {
    return this.decide({ tenant, flowId, actor, action: 'inventory.apply' }, (flow, session) =>
      this.deps.decisions.startApplying(tenant, flow._id, session),
    );
  }

  /** Begins to take an import back with everything that came of it, once, also when its flow was deleted on the way. */
  async withdraw(tenant: Tenant, flowId: string, request: EndRequest): Promise<FlowDocument> {
    return whileNoneIsOpen('withdraw this one', () =>
      this.decide({ tenant, flowId, actor: request.by, action: 'import.withdraw' }, async (flow, session) => {
        const dataImport = await this.deps.dataImports.find(tenant, { _id: flow.data_import_id }, session);
        if (dataImport?.withdrawn_at) throw flowStateConflict('This import has been withdrawn already.');
        return this.deps.decisions.startWithdrawal(tenant, flow, request, session);
      }),
    );
  }

  /** Opens a completed flow again for what is derived from the whole inventory, with every decision made before. */
  async rebuild(tenant: Tenant, flowId: string, actor: Actor): Promise<FlowDocument> {
    return whileNoneIsOpen('rebuild', () =>
      this.decide({ tenant, flowId, actor, action: 'flow.rebuild' }, async (flow, session) => {
        await this.deps.turns.take(tenant, session);
        return this.deps.decisions.startRebuild(tenant, flow, actor.name, session);
      }),
    );
  }

  /**
   * Ends a flow, stops its jobs and frees its slot; import, raw records and mappings stay. Repeating it changes nothing, but
   * for what was learned, which can still be forgotten.
   */
  async deleteFlow(
    tenant: Tenant,
    flowId: string,
    { by: actor, forgetMappings }: EndRequest,
  ): Promise<{ recordsKept: number; jobsCancelled: number }> {
    const ended = await inTransaction(this.deps.connection, async (session) => {
      const found = await this.deps.flows.get(tenant, { _id: flowId }, 'flow', session);
      const stopping = await this.stoppingWriters(tenant, found, session);
      const deleted = await this.deps.decisions.markDeleted(tenant, { flow: found, stopping }, session);
      if (deleted !== null) {
        await this.deps.tasks.changeAll(
          tenant,
          { flow_id: flowId, status: 'running' },
          { $set: { status: 'cancelled', finished_at: this.deps.clock.now() } },
          session,
        );
        await this.deps.partitions.removeAll(tenant, flowId, session);
        await this.deps.openUnanswered(tenant, found, session);
      }
      if (forgetMappings) await this.deps.forgetLearned(tenant, found.data_import_id, session);
      if (deleted !== null || forgetMappings) {
        const details = { was: found.status, forget_mappings: forgetMappings };
        await this.deps.audit.record({ actor, action: 'flow.delete', subject: flowId, tenant, details }, session);
      }
      const dataImport = await this.deps.dataImports.find(tenant, { _id: found.data_import_id }, session);
      return { recordsKept: dataImport?.raw_removed_at ? 0 : found.total_records };
    });
    return { ...ended, jobsCancelled: await this.deps.duePhases.cancelCommitted(tenant, flowId) };
  }

  private async stoppingWriters(tenant: Tenant, flow: FlowDocument, session: ClientSession) {
    const helpersUntil = await this.deps.partitions.readUntil(tenant, flow._id, session);
    return stoppingWriters(flow, helpersUntil, this.deps.clock.now());
  }

  /** One decision with its audit event, and whatever phase it made due handed to the queue. */
  private async decide(
    { tenant, flowId, actor, action }: { tenant: Tenant; flowId: string; actor: Actor; action: string },
    change: (flow: FlowDocument, session: ClientSession) => Promise<FlowDocument>,
  ): Promise<FlowDocument> {
    const changed = await inTransaction(this.deps.connection, async (session) => {
      const flow = await this.deps.flows.get(tenant, { _id: flowId }, 'flow', session);
      const after = await change(flow, session);
      const details = { was: flow.status, phase: flow.current_phase };
      await this.deps.audit.record({ actor, action, subject: flowId, tenant, details }, session);
      return after;
    });
    await this.deps.duePhases.scheduleCommitted(tenant, flowId);
    return changed;
  }
}

/** Opens a flow again, unless another one holds its tenant's slot. @throws AppError flow_state_conflict */
async function whileNoneIsOpen(then: string, open: () => Promise<FlowDocument>): Promise<FlowDocument> {
  try {
    return await open();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw flowStateConflict(`Another import of this engagement is open. Finish or delete it, then ${then}.`);
  }
}
