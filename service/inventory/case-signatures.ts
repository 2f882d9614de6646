import { createHash } from 'node:crypto';
import type { HeldRecords, Identification } from './identify.ts';
import { CLASS_TRAITS } from './key-kinds.ts';

/** Held records and the signatures of their case. */
export interface SignedCase {
  held: HeldRecords;
  /** The same case has it in a later import, and no other case of this one has it. */
  signature: string;
  /** Other signatures that a decision on it may be stored by, in the order to look for them. */
  others: readonly string[];
}

/**
 * A signature digests the keys of the held records, the level they meet on and the kinds of things they are. The
 * contradiction is not part of it: it changes once the decision is in the inventory. Two cases of the same keys and kinds
 * have the numbers of their rows in it too. Signatures of earlier services are without kinds; they count where a single
 * case has them.
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
