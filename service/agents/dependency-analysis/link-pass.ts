import type { Dependency } from '../../dependencies/edge.ts';
import { EdgeList, type PlainEdges } from '../../dependencies/edge-list.ts';
import { linkAssets } from '../../dependencies/link-assets.ts';
import { NameResolver } from '../../dependencies/name-resolver.ts';
import { NO_REFERENCES } from '../../dependencies/reference-fields.ts';
import type { IdRange } from '../../inventory/asset-id.ts';
import type { AgentContext, AgentInput, AgentPass, Partition } from '../agent.ts';
import { orAborted, untilAborted } from '../until-aborted.ts';
import { WriteBehind } from '../write-behind.ts';
import { ReferenceFindings, type FoundReferences } from './reference-findings.ts';

/** What a part of the inventory came to. */
export interface LinkedPart {
  generation: string;
  assets: number;
  edges: PlainEdges;
  findings: FoundReferences[];
}

interface LinkGiven {
  ids: IdRange;
  generation: string;
}

/** Resolves the references of each asset and stages its edges, by parts of the inventory. */
export const linkPass: AgentPass = { name: 'link', prepare, read: link };

async function prepare(
  { graph, inventory }: AgentInput,
  { ranges }: Parameters<NonNullable<AgentPass['prepare']>>[1],
  { signal }: AgentContext,
): Promise<LinkGiven[]> {
  const generation = await orAborted(graph.begin(), signal);
  return (await inventory.idRanges(ranges.length)).map((ids) => ({ ids, generation }));
}

async function link(input: AgentInput, { range, given }: Partition, context: AgentContext): Promise<LinkedPart> {
  const { ids, generation } = given as LinkGiven;
  const { inventory, graph } = input;
  const findings = new ReferenceFindings(input.facts);
  const resolver = new NameResolver((keys) => inventory.findByKeys(keys));
  const list = new EdgeList();
  const staging = new WriteBehind<Dependency>((some) => graph.stage(generation, some), {
    signal: context.signal,
  });
  let assetsRead = 0;
  for await (const assets of untilAborted(inventory.readValues({ without: NO_REFERENCES }, ids), context.signal)) {
    const linked = linkAssets(assets, resolver, (problem, text, value) => findings.add(problem, text, value));
    const edges = await orAborted(linked, context.signal);
    await staging.add(edges);
    for (const edge of edges) list.add(edge);
    assetsRead += assets.length;
    context.reportProgress(0, { assets_read: assetsRead, edges: list.length });
  }
  await staging.end();
  context.signal.throwIfAborted();
  context.reportProgress(range.lastRow - range.firstRow + 1, { assets_read: assetsRead, edges: list.length });
  return { generation, assets: assetsRead, edges: list.plain(), findings: findings.found() };
}
