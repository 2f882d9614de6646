import cytoscape from 'cytoscape';
import type { Graph } from '#shared/schemas/graph.schema.ts';
import type { AssetClass } from '#shared/statuses.ts';
import { arrange, showAll } from './arrange-picture.ts';
import { pictureStyle, shortened } from './picture-style.ts';
import { showNames } from './show-names.ts';

/** From so many edges to it on, a node is one to find one's way by. */
const HUB_MIN_DEPENDENTS = 2;

/** The node under the pointer, and where it is on the screen. */
export interface PointedAt {
  name: string;
  assetClass: AssetClass | null;
  edges: number;
  target: { getBoundingClientRect: () => DOMRect };
}

interface PictureEvents {
  choose: (node: string) => void;
  pointAt: (node: PointedAt | null) => void;
}

export interface DrawnPicture {
  zoomBy: (factor: number) => void;
  /** To the side by so many px of the screen. */
  moveBy: (x: number, y: number) => void;
  showAll: () => void;
  destroy: () => void;
}

/** Draws a graph into an element that has its size, in the colours of the theme there. */
export function drawPicture(
  container: HTMLElement,
  graph: Graph,
  focus: string | null,
  { choose, pointAt }: PictureEvents,
): DrawnPicture {
  const computed = getComputedStyle(container);
  const picture = cytoscape({
    container,
    elements: elementsOf(graph, focus),
    style: pictureStyle((name) => computed.getPropertyValue(name).trim()),
    layout: { name: 'preset' },
    minZoom: 0.1,
    maxZoom: 4,
  });
  arrange(picture, focus);
  const leave = (): void => {
    picture.elements().removeClass('aside');
    showNames(picture, null);
    pointAt(null);
  };
  const follow = oncePerFrame(() => {
    if (picture.destroyed()) return;
    picture.style().update();
    leave();
  });
  picture.style().update();
  showNames(picture, null);
  picture.on('viewport resize', follow);
  picture.on('tap', 'node', (event) => choose((event.target as cytoscape.NodeSingular).id()));
  picture.on('mouseout', 'node', leave);
  picture.on('mouseover', 'node', (event) => {
    const node = event.target as cytoscape.NodeSingular;
    picture.elements().difference(node.closedNeighborhood()).addClass('aside');
    showNames(picture, node);
    pointAt({
      name: String(node.data('name')),
      assetClass: (node.data('assetClass') ?? null) as AssetClass | null,
      edges: node.degree(false),
      target: { getBoundingClientRect: () => boxOf(node) },
    });
  });
  return {
    zoomBy: (factor) =>
      picture.zoom({
        level: picture.zoom() * factor,
        renderedPosition: { x: picture.width() / 2, y: picture.height() / 2 },
      }),
    moveBy: (x, y) => picture.panBy({ x, y }),
    showAll: () => showAll(picture),
    destroy: () => picture.destroy(),
  };
}

/** Moving and zooming come in many small steps. */
function oncePerFrame(act: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      act();
    });
  };
}

function boxOf(node: cytoscape.NodeSingular): DOMRect {
  const page = node.cy().container()?.getBoundingClientRect();
  const { x1, y1, w, h } = node.renderedBoundingBox({ includeLabels: true });
  return new DOMRect((page?.x ?? 0) + x1, (page?.y ?? 0) + y1, w, h);
}

function elementsOf(graph: Graph, focus: string | null): cytoscape.ElementDefinition[] {
  const dependents = new Map<string, number>();
  for (const { to } of graph.edges) dependents.set(to, (dependents.get(to) ?? 0) + 1);
  const isHub = (node: string): boolean => node === focus || (dependents.get(node) ?? 0) >= HUB_MIN_DEPENDENTS;
  return [
    ...graph.nodes.map(({ node_id: id, name, kind, asset_class: assetClass }) => ({
      data: { id, name, label: shortened(name), kind, assetClass, isHub: isHub(id), side: 'none' },
      classes: id === focus ? 'focus' : '',
    })),
    ...graph.edges.map((edge) => ({
      data: { id: `edge ${edge.edge_id}`, source: edge.from, target: edge.to, relation: edge.relation },
    })),
  ];
}
