import type { AssetClass } from '#shared/statuses.ts';

interface ClassShape {
  /** Corners from -1 to 1, across and down; null is a circle. */
  corners: readonly (readonly [x: number, y: number])[] | null;
  /** Drawn as an outline: nothing is known of what it is. */
  isHollow?: boolean;
}

/** What an asset is shows in its outline, the same in the picture and its legend: all have one colour. */
export const classShapes: Readonly<Record<AssetClass, ClassShape>> = {
  server: { corners: corners('-1 -1, 1 -1, 1 1, -1 1') },
  virtual_machine: { corners: null },
  application: { corners: corners('-0.5 -1, 0.5 -1, 1 0, 0.5 1, -0.5 1, -1 0') },
  database: { corners: corners('-0.4 -1, 0.4 -1, 0.7 -0.75, 0.7 0.75, 0.4 1, -0.4 1, -0.7 0.75, -0.7 -0.75') },
  network_device: { corners: corners('0 -1, 1 0.9, -1 0.9') },
  storage: { corners: corners('-0.5 -0.8, 0.5 -0.8, 1 0.8, -1 0.8') },
  cluster: {
    corners: corners(
      '-0.4 -1, 0.4 -1, 0.4 -0.4, 1 -0.4, 1 0.4, 0.4 0.4, 0.4 1, -0.4 1, -0.4 0.4, -1 0.4, -1 -0.4, -0.4 -0.4',
    ),
  },
  container: { corners: corners('-0.4 -0.8, 1 -0.8, 0.4 0.8, -1 0.8') },
  desktop: { corners: corners('-1 -0.9, 1 -0.9, 0 1') },
  other: { corners: corners('0 -1, 1 -0.2, 0.6 1, -0.6 1, -1 -0.2') },
  unknown: { corners: null, isHollow: true },
};

/** Of a class that a later service adds as the picture draws it: a circle. */
export function shapeOf(assetClass: AssetClass): ClassShape {
  return Object.hasOwn(classShapes, assetClass) ? classShapes[assetClass] : { corners: null };
}

function corners(text: string): [x: number, y: number][] {
  return text.split(', ').map((corner): [number, number] => {
    const [x = 0, y = 0] = corner.split(' ').map(Number);
    return [x, y];
  });
}
