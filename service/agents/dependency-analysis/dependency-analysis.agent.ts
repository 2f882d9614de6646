import { setImmediate } from 'node:timers/promises';
import { edgesIn } from '../../dependencies/edge-list.ts';
import { GraphTally, type GraphMeasures } from '../../dependencies/graph-tally.ts';
import type { Agent, AgentContext, AgentInput, AgentOutput } from '../agent.ts';
import { linkPass, type LinkedPart } from './link-pass.ts';
import { ReferenceFindings } from './reference-findings.ts';

/** Reads no records: the graph follows from the assets, whichever imports they came from, and is made anew as a whole. */
export const dependencyAnalysis: Agent = {
  name: 'dependency-analysis',
  phase: 'dependency_analysis',
  passes: () => [linkPass],
  conclude,
};

async function conclude(input: AgentInput, parts: readonly unknown[], context: AgentContext): Promise<AgentOutput> {
  const { facts } = input;
  const findings = new ReferenceFindings(facts);
  const tally = new GraphTally();
  const linked = parts as readonly LinkedPart[];
  let assetsRead = 0;
  for (const part of linked) {
    for (const edge of edgesIn(part.edges)) tally.add(edge);
    findings.addAll(part.findings);
    assetsRead += part.assets;
    await breathe(context.signal);
  }
  const measures = await tally.measure(assetsRead, () => breathe(context.signal));
  context.signal.throwIfAborted();
  context.reportProgress(facts.totalRecords, { assets_read: assetsRead, edges: tally.edges });
  return {
    // The phase counts the import's rows, like every phase of its flow; this agent's own work is told in assets.
    rowsDone: facts.totalRecords,
    findings: findings.findings(),
    graph: { generation: linked[0]?.generation ?? '', measures },
    result: summaryOf(measures),
  };
}

/** Lets leases be renewed and abortions arrive while the graph is measured. */
async function breathe(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}

function summaryOf(measures: GraphMeasures): AgentOutput['result'] {
  return {
    assets: measures.assets,
    edges: measures.edges,
    resolved: measures.by_state.resolved,
    to_groups: measures.by_state.group,
    unresolved: measures.by_state.unresolved,
    ambiguous: measures.by_state.ambiguous,
    components: measures.components.count,
    cycles: measures.cycles.count,
    far_reaching_losses: measures.single_points_of_failure.count,
  };
}
