import { expect, test } from '@jest/globals';
import { assetClasses } from '#shared/statuses.ts';
import { classShapes } from './class-shapes.ts';
import { pictureStyle } from './picture-style.ts';

test('no two classes of assets have one outline, and all are within their box', () => {
  const outlines = assetClasses.map((name) => JSON.stringify(classShapes[name]));
  expect(new Set(outlines).size).toBe(assetClasses.length);
  const numbers = assetClasses.flatMap((name) => classShapes[name].corners?.flat() ?? []);
  expect(numbers.filter((number) => !(Math.abs(number) <= 1))).toEqual([]);
});

test('the picture draws each with its own corners', () => {
  const style = pictureStyle((name) => name).find(({ selector }) => selector === 'node[assetClass = "network_device"]');
  expect(style).toMatchObject({ style: { shape: 'polygon', 'shape-polygon-points': '0 -1 1 0.9 -1 0.9' } });
});
