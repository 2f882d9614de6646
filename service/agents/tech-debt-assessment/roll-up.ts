import { setImmediate } from 'node:timers/promises';
import { CompactGraph } from '../../dependencies/compact-graph.ts';
import type { PlainFootings } from '../../tech-debt/footing-list.ts';
import { FootingTable } from '../../tech-debt/footing-table.ts';
import { FOOTING_RELATIONS, FootingWalk } from '../../tech-debt/footing-walk.ts';
import { named, nodesNamedIn, rolledUp, type StandsOn, type UnnamedStandsOn } from '../../tech-debt/stands-on.ts';
import type { Parts } from '../agent.ts';
import type { EdgeEnds } from '../../dependencies/edge.ts';

/** Assets walked from after which the caller's other work goes on. */
const WALKS_PER_STEP = 500;

type FootingParts = Parts<{ footings: PlainFootings }>;

/**
 * What each application and database stands on. Holds edges and nodes as numbers, and names only of what is listed: the
 * parts are gone through once for what each asset is, and once more for those names.
 */
export class RollUp {
  private readonly graph = new CompactGraph();

  /** @param edges resolved ones */
  add(edges: readonly EdgeEnds[]): void {
    for (const { from_asset_id: from, relation, to_asset_id: to } of edges)
      if (to !== null && to !== from && FOOTING_RELATIONS.has(relation)) this.graph.add(from, relation, to);
  }

  /** By asset, for each part by itself; of no part where nothing stands on anything. */
  async ofParts(parts: FootingParts, signal: AbortSignal): Promise<ReadonlyMap<string, StandsOn>[]> {
    if (this.graph.edgeCount === 0) return [];
    const table = new FootingTable(this.graph);
    for await (const { footings } of parts) table.addAll(footings);
    const found = await this.walkAll(table, signal);
    if (found.size === 0) return [];
    const names = await this.namesFor(found, parts);
    const ofParts: Map<string, StandsOn>[] = [];
    for await (const { footings } of parts) {
      const ofPart = new Map<string, StandsOn>();
      for (const id of footings.ids) {
        const unnamed = found.get(this.graph.find(id) ?? -1);
        if (unnamed !== undefined)
          ofPart.set(
            id,
            named(unnamed, table, (node) => names.get(node) ?? ''),
          );
      }
      ofParts.push(ofPart);
    }
    return ofParts;
  }

  private async walkAll(table: FootingTable, signal: AbortSignal): Promise<Map<number, UnnamedStandsOn>> {
    const found = new Map<number, UnnamedStandsOn>();
    const walk = new FootingWalk(this.graph, table.kindOf);
    for (let node = 0, walks = 0; node < this.graph.nodeCount; node += 1) {
      const kind = table.kindOf(node);
      if (kind !== 'application' && kind !== 'database') continue;
      walks += 1;
      if (walks % WALKS_PER_STEP === 0) await setImmediate();
      signal.throwIfAborted();
      const unnamed = rolledUp(walk.of(node), table);
      if (unnamed !== null) found.set(node, unnamed);
    }
    return found;
  }

  private async namesFor(
    found: ReadonlyMap<number, UnnamedStandsOn>,
    parts: FootingParts,
  ): Promise<Map<number, string>> {
    const names = new Map<number, string>();
    const wanted = new Uint8Array(this.graph.nodeCount);
    for (const one of found.values()) for (const node of nodesNamedIn(one)) wanted[node] = 1;
    for await (const { footings } of parts)
      footings.ids.forEach((id, at) => {
        const node = this.graph.find(id);
        if (node !== null && wanted[node] === 1) names.set(node, footings.names[at] ?? '');
      });
    return names;
  }
}
