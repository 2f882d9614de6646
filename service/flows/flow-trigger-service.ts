import type { ClientSession } from 'mongoose';
import type { MasterFlowOrchestrator } from './master-flow-orchestrator.ts';
import type { FlowSubject } from './new-flow.ts';

/**
 * Starts exactly one flow for an import, inside the import's transaction: a unique index on the import's id refuses a
 * second one, and the due phase written with the flow is what a worker will find, whatever crashes after the commit.
 */
export class FlowTriggerService {
  private readonly orchestrator: MasterFlowOrchestrator;

  constructor(orchestrator: MasterFlowOrchestrator) {
    this.orchestrator = orchestrator;
  }

  /** @throws a duplicate key error when another flow of the tenant is open or the import already has one */
  async startFlow(subject: FlowSubject, session: ClientSession): Promise<void> {
    await this.orchestrator.createFlow(subject, session);
  }
}
