import type { DependencyView, Graph, GraphNode, GraphSummary } from '#shared/schemas/graph.schema.ts';
import type { EdgeDocument } from '../models/edge.model.ts';
import type { AssetLabel } from './asset-labels.ts';
import { isAssetNode } from './graph-picture.ts';
import type { CellPlaces } from './cell-places.ts';
import type { GraphReader, LabelledPicture } from './graph-reader.ts';
import type { CurrentGraph } from './graph-store.ts';

type Labels = ReadonlyMap<string, AssetLabel>;

export function presentPicture({ builtAt, nodes, edges, names, isTruncated, labels }: LabelledPicture): Graph {
  return {
    built_at: builtAt?.toISOString() ?? null,
    nodes: nodes.map((node) => presentNode(node, labels.get(node), names.get(node))),
    edges: edges.map((edge) => ({
      edge_id: edge.edge_id,
      from: edge.from_asset_id,
      to: edge.to_node,
      relation: edge.relation,
      state: edge.state,
    })),
    is_truncated: isTruncated,
  };
}

/** Assets first, then what is known by its name only. */
export function presentFound({ assets, names }: Awaited<ReturnType<GraphReader['search']>>): GraphNode[] {
  return [
    ...assets.map((asset) => presentNode(asset._id, asset, undefined)),
    ...names.map(({ node, name }) => presentNode(node, undefined, name)),
  ];
}

function presentNode(node: string, asset: AssetLabel | undefined, name: string | undefined): GraphNode {
  const kind = isAssetNode(node) ? 'asset' : node.startsWith('group:') ? 'group' : 'name';
  return { node_id: node, kind, name: asset?.name ?? name ?? node, asset_class: asset?.asset_class ?? null };
}

export function presentDependency(edge: EdgeDocument, labels: Labels, places: CellPlaces): DependencyView {
  const from = labels.get(edge.from_asset_id);
  const to = edge.to_asset_id === null ? undefined : labels.get(edge.to_asset_id);
  const { filename, address } = places.placeOf(edge);
  return {
    edge_id: edge.edge_id,
    relation: edge.relation,
    state: edge.state,
    from_asset_id: edge.from_asset_id,
    from_name: from?.name ?? edge.from_asset_id,
    from_class: from?.asset_class ?? null,
    to_node: edge.to_node,
    to_asset_id: edge.to_asset_id,
    to_name: to?.name ?? edge.to_name,
    to_class: to?.asset_class ?? null,
    candidate_ids: edge.candidate_ids,
    field: edge.field,
    data_import_id: edge.data_import_id,
    filename,
    row_number: edge.row_number,
    column_index: edge.column_index,
    address,
  };
}

export function presentSummary({ graph, labels }: { graph: CurrentGraph; labels: Labels }): GraphSummary {
  const { measures } = graph;
  const losses = measures.single_points_of_failure;
  const named = (id: string) => ({
    asset_id: id,
    name: labels.get(id)?.name ?? id,
    asset_class: labels.get(id)?.asset_class ?? null,
  });
  return {
    ...measures,
    generation: graph.generation,
    built_at: graph.built_at.toISOString(),
    flow_id: graph.flow_id,
    cycles: { ...measures.cycles, listed: measures.cycles.listed.map((circle) => circle.map(named)) },
    most_depended_on: measures.most_depended_on.map(({ asset_id: id, ...counts }) => ({ ...named(id), ...counts })),
    single_points_of_failure: {
      ...losses,
      listed: losses.listed.map(({ asset_id: id, ...counts }) => ({ ...named(id), ...counts })),
    },
  };
}
