import { setImmediate } from 'node:timers/promises';
import type { Dependency } from '../../dependencies/edge.ts';
import { GraphTally, type GraphMeasures } from '../../dependencies/graph-tally.ts';
import { linkAssets } from '../../dependencies/link-assets.ts';
import { NO_REFERENCES } from '../../dependencies/reference-fields.ts';
import { NameResolver } from '../../dependencies/name-resolver.ts';
import type { Agent, AgentContext, AgentInput, AgentOutput } from '../agent.ts';
import { untilAborted } from '../until-aborted.ts';
import { ReferenceFindings } from './reference-findings.ts';

/** Reads no records: the graph follows from the assets, whichever imports they came from, and is made anew as a whole. */
export const dependencyAnalysis: Agent = {
  name: 'dependency-analysis',
  phase: 'dependency_analysis',
  passes: () => [],
  conclude,
};

async function conclude(input: AgentInput, _parts: readonly unknown[], context: AgentContext): Promise<AgentOutput> {
  const { facts } = input;
  const findings = new ReferenceFindings(facts);
  const tally = new GraphTally();
  let generation = '';
  let assetsRead = 0;
  for await (const step of untilAborted(stageEdges(input, findings), context.signal)) {
    for (const edge of step.edges) tally.add(edge);
    assetsRead += step.assets;
    generation = step.generation;
    context.reportProgress(0, { assets_read: assetsRead, edges: tally.edges });
  }
  const measures = await tally.measure(assetsRead, () => breathe(context.signal));
  context.signal.throwIfAborted();
  context.reportProgress(facts.totalRecords, { assets_read: assetsRead, edges: tally.edges });
  return {
    // The phase counts the import's rows, like every phase of its flow; this agent's own work is told in assets.
    rowsDone: facts.totalRecords,
    findings: findings.findings(),
    graph: { generation, measures },
    result: summaryOf(measures),
  };
}

/** One step a batch of assets, its edges stored; the first one only says which generation they belong to. */
async function* stageEdges(
  { inventory, graph }: AgentInput,
  findings: ReferenceFindings,
): AsyncGenerator<{ generation: string; assets: number; edges: readonly Dependency[] }> {
  const { generation, add } = await graph.begin();
  yield { generation, assets: 0, edges: [] };
  const resolver = new NameResolver((keys) => inventory.findByKeys(keys));
  for await (const assets of inventory.readValues({ without: NO_REFERENCES })) {
    const edges = await linkAssets(assets, resolver, (problem, text, value) => findings.add(problem, text, value));
    await add(edges);
    yield { generation, assets: assets.length, edges };
  }
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
    single_points_of_failure: measures.single_points_of_failure.count,
  };
}
