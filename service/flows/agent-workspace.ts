import type { ClientSession } from 'mongoose';
import type { AgentInput, AgentOutput } from '../agents/agent.ts';
import type { Tenant } from '../access/tenant.ts';

/** Whose output is stored: agent, flow and import. */
export interface OutputOwner {
  tenant: Tenant;
  flowId: string;
  dataImportId: string;
  agent: string;
}

/** What an agent reads and where its output goes; imports/import-agent-workspace.ts fulfils it. */
export interface AgentWorkspace {
  /** @returns null when the import is gone */
  openInput(tenant: Tenant, dataImportId: string): Promise<AgentInput | null>;
  /** Writes under ids that follow from flow, agent and column, so that a repeated run replaces its own output. */
  storeOutput(owner: OutputOwner, output: AgentOutput, session: ClientSession): Promise<void>;
}
