import type { ClientSession } from 'mongoose';
import type { AgentInput, AgentOutput } from '../agents/agent.ts';
import type { Tenant } from '../access/tenant.ts';
import type { FlowDocument } from '../models/flow.model.ts';

/** Whose output is stored: the agent, and the flow with its import. */
export interface OutputOwner {
  tenant: Tenant;
  flow: FlowDocument;
  agent: string;
}

/** What an agent reads and where its output goes; agent-workspace/ fulfils it. */
export interface AgentWorkspace {
  /** @returns null when the import is gone */
  openInput(tenant: Tenant, flow: FlowDocument): Promise<AgentInput | null>;
  /** Writes under ids that follow from flow, agent and column, so that a repeated run replaces its own output. */
  storeOutput(owner: OutputOwner, output: AgentOutput, session: ClientSession): Promise<void>;
}
