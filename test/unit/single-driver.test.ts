import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

interface Lockfile {
  packages: Record<string, { version: string; resolved?: string }>;
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile;

test.each(['mongodb', 'mongoose', 'bson', 'agenda', 'react'])('there is exactly one %s in the tree', (name) => {
  const places = Object.entries(lock.packages).filter(([place]) => place.endsWith(`node_modules/${name}`));
  expect(places.map(([place]) => place)).toEqual([`node_modules/${name}`]);
});

test('the lockfile names no registry host, so that every mirror can serve it', () => {
  expect(Object.values(lock.packages).filter((entry) => entry.resolved !== undefined)).toEqual([]);
});

test('every dependency is pinned to one version', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(ranges).toEqual([]);
});
