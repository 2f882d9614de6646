import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { identify } from './identify.ts';
import { KeyPartBuilder } from './key-part.ts';
import { linkKeys, recordTraits } from './key-kinds.ts';
import { KeyTableBuilder } from './key-table.ts';
import { rowGroups } from './row-groups.ts';

interface TestRecord {
  keys: string[];
  traits: number;
  bought: number[] | null;
}

const key = fc.oneof(
  fc.constantFrom('serial:a', 'serial:b', 'serial:c'),
  fc.constantFrom('hostname:x', 'hostname:y', 'hostname:z'),
  fc.constantFrom('name:x', 'name:y', 'name:many words'),
  fc.constantFrom('fqdn:x.one.com', 'fqdn:x.two.com'),
  fc.constantFrom('ip:10.0.0.1', 'ip:10.0.0.2', 'ip:2001:db8::1', 'mac:aa', 'mac:bb'),
  fc.constantFrom('external_id:17', 'external_id:0123456789abcdef0123456789abcdef'),
);
const record = fc.record({
  keys: fc.uniqueArray(key, { maxLength: 4 }),
  traits: fc.constantFrom(0, 0, 1, 2, 34),
  bought: fc.option(fc.array(fc.constantFrom(0, 1 << 16, 2 << 16), { minLength: 3, maxLength: 3 })),
});
const assets = fc.array(record, { maxLength: 3 });

function partOf(records: readonly TestRecord[]) {
  const builder = new KeyPartBuilder();
  for (const { keys, traits, bought } of records) {
    const links = linkKeys(keys, 'unknown');
    builder.add(links, recordTraits(links, traits), bought);
  }
  return builder.part();
}

/** Each record's group as the names of what is in it, so that the order of records leaves no trace. */
async function outcome(
  records: readonly TestRecord[],
  known: readonly TestRecord[],
  order: readonly number[],
  cut: number,
) {
  const inOrder = order.map((index) => records[index] as TestRecord);
  const parts = [partOf(inOrder.slice(0, cut)), partOf(inOrder.slice(cut))];
  const { leader, assetOf } = rowGroups(identify((await KeyTableBuilder.of(parts)).build(partOf(known))));
  const found = new Map<number, string>();
  for (const [row, led] of leader.entries()) {
    const members = [...leader.entries()].filter(([, other]) => other === led).map(([at]) => order[at] ?? -1);
    const what = led >= 0 ? `asset ${assetOf[led]}` : led === -1 ? 'unidentified' : 'held';
    found.set(order[row] ?? -1, `${what}: ${led === -1 ? '' : members.sort((a, b) => a - b).join()}`);
  }
  return [...found].sort(([a], [b]) => a - b);
}

/** A record has one serial number; an asset has several only where a person merged. */
function withOneSerial(one: TestRecord): TestRecord {
  const first = one.keys.find((name) => name.startsWith('serial:'));
  return { ...one, keys: one.keys.filter((name) => !name.startsWith('serial:') || name === first) };
}

/** A serial number on three things of different names identifies none of them. */
function namesBeside(serial: string, records: readonly TestRecord[]): Set<string> {
  const keys = records.filter((one) => one.keys.includes(serial)).flatMap((one) => one.keys);
  return new Set(keys.filter((name) => /^(?:hostname|name|fqdn):/.test(name)));
}

describe('which records are one thing', () => {
  test('depends neither on their order nor on how they were partitioned', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 9 }),
        assets,
        fc.array(fc.nat(), { minLength: 9, maxLength: 9 }),
        fc.nat(9),
        async (records, known, numbers, cut) => {
          const order = records.map((_, index) => index);
          const shuffled = order
            .map((index) => ({ index, at: numbers[index] ?? 0 }))
            .sort((a, b) => a.at - b.at || a.index - b.index);
          expect(
            await outcome(
              records,
              known,
              shuffled.map(({ index }) => index),
              cut,
            ),
          ).toEqual(await outcome(records, known, order, 0));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('never makes two assets of the inventory one, and never puts two serial numbers together', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 9 }), assets, async (records, known) => {
        const single = records.map(withOneSerial);
        const table = (await KeyTableBuilder.of([partOf(single)])).build(partOf(known.map(withOneSerial)));
        const { clusters, isHeld } = identify(table);
        const roots = known.map((_, index) => clusters.root(single.length + index));
        expect(new Set(roots).size).toBe(known.length);
        const serialOf = new Map<number, string>();
        for (const [row, { keys }] of single.entries()) {
          const serial = keys.find((name) => name.startsWith('serial:'));
          if (serial === undefined || isHeld[row] === 1) continue;
          const root = clusters.root(row);
          const other = serialOf.get(root);
          if (namesBeside(serial, single).size >= 3) continue;
          if (other !== undefined) expect(serial).toBe(other);
          serialOf.set(root, serial);
        }
      }),
      { numRuns: 500 },
    );
  });
});
