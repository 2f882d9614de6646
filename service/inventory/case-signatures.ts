import { createHash } from 'node:crypto';
import type { HeldRecords, Identification } from './identify.ts';
import { CLASS_TRAITS, GLOBAL_ID, IP, MAC, SERIAL, SERIAL_FORM } from './key-kinds.ts';

/** Held records and the signatures of their case. */
export interface SignedCase {
  held: HeldRecords;
  /** The same case has it in a later import, and no other case of this one has it. */
  signature: string;
  /** Other signatures that a decision on it may be stored by, in the order to look for them. */
  others: readonly string[];
}

/**
 * A signature digests the keys that tell the held records apart, the level they meet on and the kinds of things they are. The
 * contradiction is not part of it: it changes once the decision is in the inventory. Two cases of the same keys and kinds
 * have the numbers of their rows in it too. Signatures of earlier services digest all keys; the earliest are without kinds,
 * and count where a single case has them.
 */
export function signedCases(identification: Identification): SignedCase[] {
  const former = signaturesBy(identification, ({ clusters }) => keysOf(identification, clusters.flat()));
  const today = signaturesBy(identification, (held) => tellingKeys(identification, held));
  return identification.held.map((held, index) => {
    const [signature = '', ...others] = new Set([...(today[index] ?? []), ...(former[index] ?? [])]);
    return { held, signature, others };
  });
}

/** Per case, its own one first. */
function signaturesBy(identification: Identification, keysOfCase: (held: HeldRecords) => Set<number>): string[][] {
  const { keyHashes } = identification.table;
  const found = identification.held.map((held) => {
    const keys = Array.from(keysOfCase(held), (key) => `${keyHashes[2 * key]}.${keyHashes[2 * key + 1]}`).sort();
    const ofKeys = digest([held.level, keys]);
    const ofKinds = digest([ofKeys, kindsOf(identification, held)]);
    return { ofKeys, ofKinds, ofRows: digest([ofKinds, held.clusters.flat()]) };
  });
  const areKeysShared = repeated(found.map(({ ofKeys }) => ofKeys));
  const areKindsShared = repeated(found.map(({ ofKinds }) => ofKinds));
  return found.map(({ ofKeys, ofKinds, ofRows }) => {
    if (areKindsShared.has(ofKinds)) return [ofRows];
    return areKeysShared.has(ofKeys) ? [ofKinds, ofRows] : [ofKinds, ofRows, ofKeys];
  });
}

/** All but addresses, which change, where serial numbers, ids or names are enough to tell the things by. */
function tellingKeys(identification: Identification, { clusters }: HeldRecords): Set<number> {
  const lasting = clusters.map((rows) => keysOf(identification, rows, (kinds) => !isAddress(kinds)));
  const counts = new Map<number, number>();
  for (const keys of lasting) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const areTold =
    clusters.length === 1
      ? keysOf(identification, clusters.flat(), isStrong).size > 0
      : lasting.every((keys) => [...keys].some((key) => counts.get(key) === 1));
  return areTold ? new Set(counts.keys()) : keysOf(identification, clusters.flat());
}

const isAddress = (kinds: number): boolean => kinds !== 0 && (kinds & ~(MAC | IP)) === 0;

const isStrong = (kinds: number): boolean => (kinds & (SERIAL | GLOBAL_ID)) !== 0;

function keysOf(
  { table }: Identification,
  rows: readonly number[],
  isWanted: (kinds: number) => boolean = () => true,
): Set<number> {
  const keys = new Set<number>();
  for (const row of rows)
    for (let entry = table.nodeStart[row] ?? 0; entry < (table.nodeStart[row + 1] ?? 0); entry += 1)
      if (table.entryKind[entry] !== SERIAL_FORM && isWanted(table.entryKind[entry] ?? 0))
        keys.add(table.entryKey[entry] ?? 0);
  return keys;
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
