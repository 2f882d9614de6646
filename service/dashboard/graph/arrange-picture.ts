import type { CollectionReturnValue, Core, LayoutOptions } from 'cytoscape';
import potpack from 'potpack';

const STRETCH_MAX = 2.5;
const FIT_PADDING = 40;
/** Around every connected piece, in the picture's units: names are wider than high. */
const PIECE_MARGIN = { x: 80, y: 40 };
const START_STEP = 30;
/** Faster than the library cools: the page stands still meanwhile, and the start is good. */
const COOLING = 0.98;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Gives every node its place: in rings around the focus; without one, by forces. The same picture each time. */
export function arrange(picture: Core, focus: string | null): void {
  if (picture.nodes().length === 0) return;
  if (focus === null) {
    // Forces that begin in one point draw lots; beginning apart they do not.
    picture.nodes().positions((_node, index) => startOf(index));
    picture.layout({ name: 'cose', animate: false, randomize: false, coolingFactor: COOLING }).run();
    packComponents(picture);
  } else picture.layout(ringsAround(picture, focus)).run();
  fillWidth(picture);
  showAll(picture);
}

/** All of it, though a few nodes are not blown up to fill the page. */
export function showAll(picture: Core): void {
  picture.fit(undefined, FIT_PADDING);
  if (picture.zoom() > 1) picture.zoom(1).center();
}

/** On a spiral, evenly apart. */
function startOf(index: number): { x: number; y: number } {
  const radius = START_STEP * Math.sqrt(index + 1);
  return { x: radius * Math.cos(index * GOLDEN_ANGLE), y: radius * Math.sin(index * GOLDEN_ANGLE) };
}

/** Pieces that nothing links fill the page instead of one row. */
function packComponents(picture: Core): void {
  const proportion = proportionOf(picture);
  const components: CollectionReturnValue[] = picture.elements().components();
  // What is packed fills a square, and the page's width is measured in its height.
  const pieces = components.map((component) => {
    const { x1, y1, w, h } = component.boundingBox({ includeLabels: false });
    return { component, x1, y1, w: (w + 2 * PIECE_MARGIN.x) / proportion, h: h + 2 * PIECE_MARGIN.y, x: 0, y: 0 };
  });
  potpack(pieces);
  for (const { component, x1, y1, x, y } of pieces) component.nodes().shift({ x: x * proportion - x1, y: y - y1 });
}

function proportionOf(picture: Core): number {
  return picture.width() / Math.max(1, picture.height());
}

/** What comes out less wide than the page is pulled apart sideways: names get room. */
function fillWidth(picture: Core): void {
  const { w, h } = picture.elements().boundingBox({ includeLabels: false });
  const factor = Math.min(STRETCH_MAX, (proportionOf(picture) * h) / Math.max(1, w));
  if (factor <= 1) return;
  picture.nodes().positions((node) => ({ x: node.position('x') * factor, y: node.position('y') }));
}

function ringsAround(picture: Core, focus: string): LayoutOptions {
  const near = picture.getElementById(focus).neighborhood();
  return {
    name: 'concentric',
    animate: false,
    minNodeSpacing: 70,
    levelWidth: () => 1,
    concentric: (node: { id: () => string }) =>
      node.id() === focus ? 3 : near.getElementById(node.id()).length > 0 ? 2 : 1,
  };
}
