import type { Connection } from 'mongoose';
import type { AuditLog } from '../access/audit-log.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { AgentTaskDocument } from '../models/agent-task.model.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import { notFound } from '../platform/app-error.ts';
import type { Clock } from '../platform/clock.ts';
import { inTransaction } from '../platform/mongo.ts';
import type { BackgroundExecutionService } from './background-execution-service.ts';
import type { JobQueue } from './job-queue.ts';
import type { MasterFlowOrchestrator } from './master-flow-orchestrator.ts';

interface FlowControlDependencies {
  connection: Connection;
  flows: TenantCollection<FlowDocument>;
  tasks: TenantCollection<AgentTaskDocument>;
  orchestrator: MasterFlowOrchestrator;
  background: BackgroundExecutionService;
  queue: JobQueue;
  audit: AuditLog;
  clock: Clock;
}

/** What people do to flows: resume and delete, each audited in its own transaction. */
export class FlowControl {
  private readonly it: FlowControlDependencies;

  constructor(dependencies: FlowControlDependencies) {
    this.it = dependencies;
  }

  /** Runs a stopped flow on. It never approves: a flow that waits for its analyst is refused. */
  async resumeFlow(tenant: Tenant, flowId: string, actor: string): Promise<FlowDocument> {
    const resumed = await inTransaction(this.it.connection, async (session) => {
      const flow = await this.it.flows.find(tenant, { _id: flowId }, session);
      if (flow === null) throw notFound('flow');
      const changed = await this.it.orchestrator.resumeFlow(tenant, flow, session);
      await this.it.audit.record(
        { actor, action: 'flow.resume', subject: flowId, tenant, details: { phase: flow.current_phase } },
        session,
      );
      return changed;
    });
    await this.it.background.scheduleDuePhase(tenant, flowId);
    return resumed;
  }

  /** Ends a flow, stops its jobs and frees its slot; import, raw records and mappings stay. Repeating it changes nothing. */
  async deleteFlow(
    tenant: Tenant,
    flowId: string,
    actor: string,
  ): Promise<{ recordsKept: number; jobsCancelled: number }> {
    const flow = await inTransaction(this.it.connection, async (session) => {
      const found = await this.it.flows.find(tenant, { _id: flowId }, session);
      if (found === null) throw notFound('flow');
      const deleted = await this.it.orchestrator.deleteFlow(tenant, flowId, session);
      if (deleted !== null) {
        await this.it.tasks.changeAll(
          tenant,
          { flow_id: flowId, status: 'running' },
          { $set: { status: 'cancelled', finished_at: this.it.clock.now() } },
          session,
        );
        await this.it.audit.record(
          { actor, action: 'flow.delete', subject: flowId, tenant, details: { was: found.status } },
          session,
        );
      }
      return found;
    });
    return { recordsKept: flow.total_records, jobsCancelled: await this.it.queue.cancelAll(flowId) };
  }
}
