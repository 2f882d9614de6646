import type { Core, NodeSingular } from 'cytoscape';
import { NAME_PX, nameFont } from './picture-style.ts';
import { placeNames, type Spot } from './place-names.ts';

/** Around a name, px. */
const NAME_MARGIN = 2;
/** Of the neighbours, so many tell where a node's edges lead. */
const PULLS_MAX = 20;

/**
 * Shows as many names as fit, the focus's and those of the most linked nodes first; with a node pointed at, its own and
 * its neighbours' only. Names keep their size on the screen, so more of them fit the further one zooms in.
 */
export function showNames(picture: Core, pointedAt: NodeSingular | null): void {
  const pen = document.createElement('canvas').getContext('2d');
  const spotOf = (node: NodeSingular): Spot => {
    if (pen) pen.font = nameFont(node);
    const nameWidth = (pen?.measureText(String(node.data('label'))).width ?? 0) + 2 * NAME_MARGIN;
    return {
      id: node.id(),
      ...node.renderedPosition(),
      width: node.renderedWidth(),
      height: node.renderedHeight(),
      nameWidth,
      pull: pullOn(node),
      isHub: Boolean(node.data('isHub')) || node.id() === pointedAt?.id(),
    };
  };
  const named = pointedAt === null ? picture.nodes() : pointedAt.closedNeighborhood().nodes();
  const rankOf = (node: NodeSingular): number =>
    node.id() === pointedAt?.id() || node.hasClass('focus') ? Number.MAX_VALUE : node.degree(false);
  const inOrder = named.toArray().sort((one, other) => rankOf(other) - rankOf(one));
  const bare = picture.nodes().difference(named).nodes().toArray();
  const frame = { width: picture.width(), height: picture.height(), nameHeight: NAME_PX + 2 * NAME_MARGIN };
  const placed = placeNames(inOrder.map(spotOf), bare.map(spotOf), frame);
  picture.batch(() => {
    for (const node of picture.nodes().toArray()) node.data('side', placed.get(node.id()) ?? 'none');
  });
}

function pullOn(node: NodeSingular): { x: number; y: number } {
  const from = node.position();
  const pull = { x: 0, y: 0 };
  for (const neighbour of node.neighborhood().nodes().toArray().slice(0, PULLS_MAX)) {
    const { x, y } = neighbour.position();
    const distance = Math.max(1, Math.hypot(x - from.x, y - from.y));
    pull.x += (x - from.x) / distance;
    pull.y += (y - from.y) / distance;
  }
  return pull;
}
