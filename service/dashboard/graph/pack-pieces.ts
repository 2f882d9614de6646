interface Size {
  width: number;
  height: number;
}

/** Upper left corner. */
interface Place {
  x: number;
  y: number;
}

/** Where pieces lie side by side on a page of this proportion, width by height, without overlapping. Large ones first. */
export function packPieces(pieces: readonly Size[], proportion: number): Place[] {
  const places = pieces.map(() => ({ x: 0, y: 0 }));
  const laid: (Size & Place)[] = [];
  const largestFirst = pieces
    .map((piece, index) => ({ piece, index }))
    .sort((a, b) => areaOf(b.piece) - areaOf(a.piece));
  for (const { piece, index } of largestFirst) {
    const place = bestPlace(piece, laid, proportion);
    laid.push({ ...piece, ...place });
    places[index] = place;
  }
  return places;
}

/** Of the corners that are free, the one that makes the page grow least. */
function bestPlace(piece: Size, laid: readonly (Size & Place)[], proportion: number): Place {
  const corners = laid.flatMap(({ x, y, width, height }) => [
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: 0 },
    { x: 0, y: y + height },
  ]);
  let best = { x: 0, y: 0 };
  let least = Infinity;
  for (const corner of laid.length === 0 ? [best] : corners) {
    const grown = growthWith({ ...piece, ...corner }, laid, proportion);
    if (grown >= least || laid.some((other) => overlaps(other, { ...piece, ...corner }))) continue;
    least = grown;
    best = corner;
  }
  return best;
}

/** Height of the page that holds all; of equal ones, the higher and further left a piece lies the better. */
function growthWith(piece: Size & Place, laid: readonly (Size & Place)[], proportion: number): number {
  const all = [...laid, piece];
  const width = Math.max(...all.map((one) => one.x + one.width));
  const height = Math.max(...all.map((one) => one.y + one.height));
  return Math.max(height, width / proportion) + (piece.x + piece.y) / 1_000;
}

function areaOf({ width, height }: Size): number {
  return width * height;
}

function overlaps(one: Size & Place, other: Size & Place): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
