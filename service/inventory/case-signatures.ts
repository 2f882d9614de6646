import { createHash } from 'node:crypto';
import type { HeldRecords, Identification } from './identify.ts';
import { CLASS_TRAITS } from './key-kinds.ts';

/** Held records and what their case is known by. */
export interface SignedCase {
  held: HeldRecords;
  /** The same case has it in a later import, and no other case of this one has it. */
  signature: string;
  /** What else a decision on it may be kept by, to be looked for in this order. */
  others: readonly string[];
}

/**
 * A signature is of all keys of the held records, of what they meet by and of what kinds of things they are; not of what
 * speaks against one thing, for that is another once the decision is in the inventory. Cases that only their rows tell apart
 * have those in it too. What services knew a case by that took no notice of kinds still tells where one case only is meant.
 */
export function signedCases(identification: Identification): SignedCase[] {
  const found = identification.held.map((held) => {
    const ofKeys = digest([held.level, keysOf(identification, held)]);
    const ofKinds = digest([ofKeys, kindsOf(identification, held)]);
    return { held, ofKeys, ofKinds, ofRows: digest([ofKinds, held.clusters.flat()]) };
  });
  const areKeysShared = repeated(found.map(({ ofKeys }) => ofKeys));
  const areKindsShared = repeated(found.map(({ ofKinds }) => ofKinds));
  return found.map(({ held, ofKeys, ofKinds, ofRows }) => {
    if (areKindsShared.has(ofKinds)) return { held, signature: ofRows, others: [] };
    return { held, signature: ofKinds, others: areKeysShared.has(ofKeys) ? [ofRows] : [ofRows, ofKeys] };
  });
}

function keysOf({ table }: Identification, { clusters }: HeldRecords): string[] {
  const keys = new Set<number>();
  for (const rows of clusters)
    for (const row of rows)
      for (let entry = table.nodeStart[row] ?? 0; entry < (table.nodeStart[row + 1] ?? 0); entry += 1)
        keys.add(table.entryKey[entry] ?? 0);
  return Array.from(keys, (key) => `${table.keyHashes[2 * key]}.${table.keyHashes[2 * key + 1]}`).sort();
}

function kindsOf({ table }: Identification, { clusters }: HeldRecords): number[] {
  const kinds = new Set(clusters.flat().map((row) => (table.traits[row] ?? 0) & CLASS_TRAITS));
  return [...kinds].sort((a, b) => a - b);
}

function repeated(texts: readonly string[]): ReadonlySet<string> {
  const met = new Set<string>();
  return new Set(texts.filter((text) => met.has(text) || !met.add(text)));
}

const digest = (of: unknown): string => createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 32);
