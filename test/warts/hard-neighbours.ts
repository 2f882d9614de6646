import { makeAsset, type CleanAsset } from './clean-asset.ts';
import type { Random } from './random.ts';

type Neighbour = (of: CleanAsset, other: CleanAsset) => CleanAsset;

/** What is easily taken for another thing, or says a thing is another. `other` is a new thing unlike `of`. */
const neighbours: Readonly<Record<string, Neighbour>> = {
  // The name and the address went to another machine.
  successor: ({ host, domain, ipAddresses }, other) => ({ ...other, host, domain, ipAddresses }),
  // Copied with everything that is said of it; what makes it another is new.
  clone: (of, { group, serial, ipAddresses, mac }) => ({ ...of, group, serial, ipAddresses, mac }),
  sameAddress: ({ ipAddresses }, other) => ({ ...other, ipAddresses }),
  sameMac: ({ mac }, other) => ({ ...other, mac }),
  otherDomain: ({ host, domain }, other) => ({
    ...other,
    host,
    domain: domain === 'corp.local' ? 'example.com' : 'corp.local',
  }),
};

const OF_EACH = 40;

/** Of each kind some, and records of things with the serial number of another. */
export function hardNeighbours(assets: readonly CleanAsset[], random: Random): CleanAsset[] {
  const kinds = Object.values(neighbours);
  const others = kinds.flatMap((neighbour, kind) =>
    Array.from({ length: OF_EACH }, (_, number) =>
      neighbour(random.pick(assets), makeAsset(random, 20_000 + kind * OF_EACH + number)),
    ),
  );
  const swapped = Array.from({ length: OF_EACH }, () => ({
    ...random.pick(assets),
    serial: random.pick(assets).serial,
  }));
  return [...others, ...swapped];
}
