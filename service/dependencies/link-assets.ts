import type { Asset, AssetValue } from '../inventory/asset.ts';
import { dependencyOf } from './dependency-of.ts';
import type { Dependency } from './edge.ts';
import { matchName } from './match-name.ts';
import type { NameResolver } from './name-resolver.ts';
import { referencesOf } from './references.ts';

/** Findings beside the edges: an edge without an asset at its end, a self reference, a cell that was cut. */
export type LinkProblem = 'unresolved_reference' | 'ambiguous_reference' | 'self_reference' | 'too_many_names';

type OnProblem = (problem: LinkProblem, text: string, value: AssetValue) => void;

/** The edges that start at these assets, in their order; each edge once, however many cells say so. */
export async function linkAssets(
  assets: readonly Pick<Asset, '_id' | 'asset_class' | 'values'>[],
  resolver: NameResolver,
  onProblem: OnProblem,
): Promise<Dependency[]> {
  const references = assets.flatMap((asset) =>
    referencesOf(asset, ({ value }) => onProblem('too_many_names', value.raw, value)),
  );
  const candidates = await resolver.resolve(references);
  const edges = new Map<string, Dependency>();
  for (const reference of references) {
    const matches = matchName(reference.name, reference.field, candidates.get(reference.name.whole) ?? []);
    const edge = dependencyOf(reference, matches);
    if (edge === null) continue;
    if (edge === 'itself') {
      onProblem('self_reference', reference.text, reference.value);
      continue;
    }
    if (edge.state === 'unresolved') onProblem('unresolved_reference', reference.text, reference.value);
    if (edge.state === 'ambiguous') onProblem('ambiguous_reference', reference.text, reference.value);
    if (!edges.has(edge.edge_id)) edges.set(edge.edge_id, edge);
  }
  return [...edges.values()];
}
