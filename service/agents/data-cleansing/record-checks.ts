import type { FindingCode } from '#shared/finding-words.ts';
import type { Cleansed, CleansedValue } from '../../cleansing/cleansed.ts';
import type { CleansingPlan } from '../../cleansing/cleansing-plan.ts';
import { addTally, countOne, type Tally } from '../finding-tally.ts';
import type { FoundCell } from './column-meter.ts';

/** Two fields of one record that cannot contradict each other. */
interface Check {
  name: FindingCode;
  fields: readonly [first: string, second: string];
  holds(first: NonNullable<CleansedValue>, second: NonNullable<CleansedValue>): boolean;
  /** After "n rows: ". */
  words: string;
}

const atMost = (first: NonNullable<CleansedValue>, second: NonNullable<CleansedValue>): boolean =>
  typeof first !== 'number' || typeof second !== 'number' || first <= second;
/** ISO dates compare as texts; a time beside a mere day is of that day. */
const notAfter = (first: NonNullable<CleansedValue>, second: NonNullable<CleansedValue>): boolean =>
  typeof first !== 'string' || typeof second !== 'string' || first.slice(0, 10) <= second.slice(0, 10);
const isHostOf = (first: NonNullable<CleansedValue>, second: NonNullable<CleansedValue>): boolean =>
  typeof second !== 'object' || !('host' in second) || first === second.host;

const CHECKS: readonly Check[] = [
  { name: 'host_differs', fields: ['hostname', 'fqdn'], holds: isHostOf, words: 'the FQDN is of another host' },
  {
    name: 'used_above_size',
    fields: ['storage_used_gb', 'storage_gb'],
    holds: atMost,
    words: 'more is used than there is',
  },
  {
    name: 'sockets_above_cores',
    fields: ['cpu_sockets', 'cpu_cores'],
    holds: atMost,
    words: 'more sockets than cores',
  },
  {
    name: 'average_above_peak_cpu',
    fields: ['cpu_utilization_percent', 'cpu_utilization_percent_max'],
    holds: atMost,
    words: 'the average CPU utilisation is above its peak',
  },
  {
    name: 'average_above_peak_memory',
    fields: ['memory_utilization_percent', 'memory_utilization_percent_max'],
    holds: atMost,
    words: 'the average memory utilisation is above its peak',
  },
  {
    name: 'warranty_before_purchase',
    fields: ['purchase_date', 'warranty_expiration'],
    holds: notAfter,
    words: 'the warranty ends before the purchase',
  },
  {
    name: 'seen_before_install',
    fields: ['install_date', 'last_seen'],
    holds: notAfter,
    words: 'seen before installed',
  },
];

/** Records whose two fields contradict each other. */
export interface CheckCount extends Tally<FoundCell> {
  name: FindingCode;
  columnIndex: number;
  words: string;
  /** Records in which both fields say something. */
  compared: number;
}

/** Compares fields within each record, where one column each provides them. */
export class RecordChecks {
  private readonly checks: { check: Check; first: number; second: number; count: CheckCount }[];

  constructor({ columns }: CleansingPlan) {
    const positionOf = (field: string): number => {
      const found = columns.flatMap((column, position) => (column.field === field ? [position] : []));
      return found.length === 1 ? (found[0] ?? -1) : -1;
    };
    this.checks = CHECKS.map((check) => {
      const [first, second] = [positionOf(check.fields[0]), positionOf(check.fields[1])];
      const columnIndex = columns[second]?.columnIndex ?? -1;
      const { name, words } = check;
      return { check, first, second, count: { name, columnIndex, words, compared: 0, count: 0, cells: [] } };
    }).filter(({ first, second }) => first >= 0 && second >= 0);
  }

  add(answers: readonly Cleansed[], rowNumber: number): void {
    for (const { check, first, second, count } of this.checks) {
      const one = answers[first]?.value ?? null;
      const other = answers[second]?.value ?? null;
      if (one === null || other === null) continue;
      count.compared += 1;
      if (check.holds(one, other)) continue;
      if (countOne(count)) count.cells.push({ rowNumber, value: `${textOf(one)} / ${textOf(other)}` });
    }
  }

  counts(): CheckCount[] {
    return this.checks.map(({ count }) => count);
  }
}

const textOf = (value: NonNullable<CleansedValue>): string =>
  typeof value === 'object' ? ('fqdn' in value ? value.fqdn : JSON.stringify(value)) : String(value);

export function mergeChecks(parts: readonly (readonly CheckCount[])[]): CheckCount[] {
  const merged = new Map<string, CheckCount>();
  for (const one of parts.flat()) {
    const sum = merged.get(one.name) ?? { ...one, compared: 0, count: 0, cells: [] };
    sum.compared += one.compared;
    addTally(sum, one);
    merged.set(one.name, sum);
  }
  return [...merged.values()];
}
