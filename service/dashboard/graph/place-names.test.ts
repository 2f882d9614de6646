import { describe, expect, test } from '@jest/globals';
import { placeNames, type Spot } from './place-names.ts';

const frame = { width: 400, height: 300, nameHeight: 16 };

function spot(id: string, x: number, y: number, more: Partial<Spot> = {}): Spot {
  return { id, x, y, width: 18, height: 18, nameWidth: 80, pull: { x: 0, y: 0 }, isHub: false, ...more };
}

describe('names in the picture', () => {
  test('stand below their nodes where nothing is in the way, and on the side away from their edges', () => {
    const placed = placeNames(
      [spot('free', 100, 50), spot('pulled down', 300, 50, { pull: { x: 0.1, y: 1 } })],
      [],
      frame,
    );
    expect(Object.fromEntries(placed)).toEqual({ free: 'bottom', 'pulled down': 'top' });
  });

  test('cover neither one another nor a node, and stay in the picture', () => {
    const below = spot('below', 200, 70);
    expect(placeNames([spot('above', 200, 50)], [below], frame).get('above')).toBe('right');
    expect(placeNames([spot('at the edge', 390, 290)], [], frame).get('at the edge')).toBe('left');
    const crowd = Array.from({ length: 25 }, (_, n) => spot(`${n}`, 100 + (n % 5) * 20, 100 + Math.floor(n / 5) * 20));
    const placed = placeNames(crowd, [], frame);
    expect(placed.size).toBeGreaterThan(4);
    expect(placed.has('12')).toBe(false);
  });

  test('of hubs are shown even over nodes', () => {
    const around = [spot('n', 200, 80), spot('e', 240, 100), spot('s', 200, 120), spot('w', 160, 100)];
    expect(placeNames([spot('hub', 200, 100, { isHub: true })], around, frame).get('hub')).toBe('bottom');
  });
});
