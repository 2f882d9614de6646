import { Readable } from 'node:stream';
import { isAssetNode } from '../assets/graph-picture.ts';
import type { AssetLabel } from '../assets/asset-labels.ts';
import type { EdgeDocument } from '../models/edge.model.ts';
import { xmlText } from './xml-text.ts';

/** What GraphML is made of, in batches; edges are read twice, first by what they point at. */
interface GraphSource {
  assets(): AsyncIterable<readonly AssetLabel[]>;
  edges(order: 'by_asset' | 'by_target'): AsyncIterable<readonly EdgeDocument[]>;
}

const NODE_KEYS = ['label', 'kind', 'asset_class'] as const;
const EDGE_KEYS = ['relation', 'state', 'name', 'field', 'data_import_id', 'row_number'] as const;

/**
 * Every asset, everything that is known by name only, and every edge (http://graphml.graphdrawing.org). The nodes stand
 * before the edges, and an edge to an asset that is gone since has a node of its own.
 */
export function graphmlFile(source: GraphSource): Readable {
  return Readable.from(documentOf(source), { objectMode: false });
}

const HEAD = [
  '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
  ...NODE_KEYS.map((key) => keyOf('node', key)),
  ...EDGE_KEYS.map((key) => keyOf('edge', key)),
  '<graph id="dependencies" edgedefault="directed">\n',
].join('');

async function* documentOf(source: GraphSource): AsyncGenerator<string> {
  // Goes with the first batch: what fails until then is an answer, not a file that breaks off.
  let head = HEAD;
  for await (const assets of source.assets()) {
    yield head + assets.map((asset) => node(asset._id, [asset.name, 'asset', asset.asset_class])).join('');
    head = '';
  }
  if (head !== '') yield head;
  yield* namedNodes(source);
  for await (const edges of source.edges('by_asset')) yield edges.map(edgeElement).join('');
  yield '</graph>\n</graphml>\n';
}

/** Edges come by what they point at, so each name is met in one run. */
async function* namedNodes(source: GraphSource): AsyncGenerator<string> {
  let last = '';
  for await (const edges of source.edges('by_target')) {
    let elements = '';
    for (const edge of edges) {
      if (edge.to_node === last || isAssetNode(edge.to_node)) continue;
      last = edge.to_node;
      elements += node(edge.to_node, [edge.to_name, edge.state === 'group' ? 'group' : 'name', '']);
    }
    if (elements !== '') yield elements;
  }
}

function node(id: string, values: readonly string[]): string {
  return `<node id="${xmlText(id)}">${dataOf('node', NODE_KEYS, values)}</node>\n`;
}

function edgeElement(edge: EdgeDocument): string {
  const ends = `source="${xmlText(edge.from_asset_id)}" target="${xmlText(edge.to_node)}"`;
  const { relation, state, to_name: name, field, data_import_id: dataImport, row_number: row } = edge;
  const data = dataOf('edge', EDGE_KEYS, [relation, state, name, field, dataImport, String(row)]);
  return `<edge id="${xmlText(edge.edge_id)}" ${ends}>${data}</edge>\n`;
}

function dataOf(of: 'node' | 'edge', keys: readonly string[], values: readonly string[]): string {
  return keys
    .map((key, index) => ({ key, value: values[index] ?? '' }))
    .filter(({ value }) => value !== '')
    .map(({ key, value }) => `<data key="${of}_${key}">${xmlText(value)}</data>`)
    .join('');
}

function keyOf(of: 'node' | 'edge', key: string): string {
  const type = key === 'row_number' ? 'int' : 'string';
  return `<key id="${of}_${key}" for="${of}" attr.name="${key}" attr.type="${type}"/>\n`;
}
