interface Point {
  x: number;
  y: number;
}

interface Size {
  width: number;
  height: number;
}

/** A node as it lies on the screen, px; x and y are its middle. */
export interface Spot extends Point, Size {
  id: string;
  nameWidth: number;
  /** Where its edges lead on the whole; its name is better off on the other side. */
  pull: Point;
  /** Its name may cover nodes, though no other name. */
  isHub: boolean;
}

/** Names fit in here: the picture's size and how high a name is, px. */
interface Frame extends Size {
  nameHeight: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Between a node and its name, px. */
export const NAME_GAP = 3;

const directions = {
  bottom: { x: 0, y: 1 },
  right: { x: 1, y: 0 },
  left: { x: -1, y: 0 },
  top: { x: 0, y: -1 },
} as const;
export type Side = keyof typeof directions;
const sides = Object.keys(directions) as Side[];

/**
 * On which side of its node each name fits without covering a node or another name. Earlier spots choose first; a name
 * that fits nowhere is left out. `bare` are nodes that are in the way and get no name.
 */
export function placeNames(spots: readonly Spot[], bare: readonly Spot[], frame: Frame): Map<string, Side> {
  const nodes = [...spots, ...bare].map((spot) => boxAround(spot, spot));
  const names: Box[] = [];
  const placed = new Map<string, Side>();
  for (const spot of spots) {
    const free = sidesInOrder(spot)
      .map((side) => ({ side, box: nameBox(spot, side, frame.nameHeight) }))
      .filter(({ box }) => isWithin(box, frame) && !names.some((name) => overlaps(name, box)));
    const chosen =
      free.find(({ box }) => !nodes.some((node) => overlaps(node, box))) ?? (spot.isHub ? free[0] : undefined);
    if (chosen === undefined) continue;
    names.push(chosen.box);
    placed.set(spot.id, chosen.side);
  }
  return placed;
}

function sidesInOrder({ pull }: Spot): Side[] {
  const against = (side: Side): number => directions[side].x * pull.x + directions[side].y * pull.y;
  return sides.toSorted((one, other) => against(one) - against(other));
}

function nameBox(spot: Spot, side: Side, height: number): Box {
  const { x, y } = directions[side];
  const middle = {
    x: spot.x + x * ((spot.width + spot.nameWidth) / 2 + NAME_GAP),
    y: spot.y + y * ((spot.height + height) / 2 + NAME_GAP),
  };
  return boxAround(middle, { width: spot.nameWidth, height });
}

function boxAround({ x, y }: Point, { width, height }: Size): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function isWithin(box: Box, { width, height }: Size): boolean {
  return box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
