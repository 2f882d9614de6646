import type { DrawnPicture } from './draw-picture.ts';

const STEP = 1.4;
/** How far a move goes, px. */
const SIDE_PX = 120;

export type PictureMove = (picture: DrawnPicture) => void;

/** How one looks around in the picture, by buttons and by keys. */
export const pictureMoves = {
  zoomIn: (picture) => picture.zoomBy(STEP),
  zoomOut: (picture) => picture.zoomBy(1 / STEP),
  lookLeft: (picture) => picture.moveBy(SIDE_PX, 0),
  lookRight: (picture) => picture.moveBy(-SIDE_PX, 0),
  lookUp: (picture) => picture.moveBy(0, SIDE_PX),
  lookDown: (picture) => picture.moveBy(0, -SIDE_PX),
  showAll: (picture) => picture.showAll(),
} satisfies Record<string, PictureMove>;

export const moveByKey: ReadonlyMap<string, PictureMove> = new Map([
  ['ArrowLeft', pictureMoves.lookLeft],
  ['ArrowRight', pictureMoves.lookRight],
  ['ArrowUp', pictureMoves.lookUp],
  ['ArrowDown', pictureMoves.lookDown],
  ['+', pictureMoves.zoomIn],
  // The key of + without Shift, on many keyboards.
  ['=', pictureMoves.zoomIn],
  ['-', pictureMoves.zoomOut],
]);
