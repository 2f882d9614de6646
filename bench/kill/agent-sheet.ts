import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { Sheet } from '#test/harness/uploads.ts';

const COLUMNS = [
  'Hostname',
  'IP Address',
  'Operating System',
  'CPU Cores',
  'RAM (GB)',
  'Serial Number',
  'Hosted On',
  'Owner',
];
/** Every so many rows repeat one that stands in another partition, and every so many contradict one. */
const REPEATED_EVERY = 50;
const CONTRADICTED_EVERY = 97;

/**
 * Servers on hosts, with all that inventory and graph can meet: records of one thing far apart, records in doubt, references
 * to what is listed and to what is not. The same rows with other memory for another `edition`.
 */
export function agentSheet(rows: number, edition: number): Sheet {
  return { columns: COLUMNS, rows: Array.from({ length: rows }, (_, index) => rowOf(index, rows, edition)) };
}

function rowOf(index: number, rows: number, edition: number): Cell[] {
  const far = Math.floor(rows / 2);
  const isRepeated = index > far && index % REPEATED_EVERY === 0;
  const isContradicted = index > far && index % CONTRADICTED_EVERY === 0;
  const named = isRepeated ? index - far : index;
  const serial = isContradicted ? index - far : named;
  return [
    `srv-${named}`,
    `10.${(named >> 16) & 255}.${(named >> 8) & 255}.${named & 255}`,
    named % 11 === 0 ? 'unknown system' : `Windows Server ${2012 + (named % 4) * 3} Standard`,
    4 + (named % 4),
    16 + (named % 5) * 8 + (named % 7 === 0 ? edition : 0),
    `SN${serial * 7919}`,
    named % 13 === 0 ? 'esx-unlisted' : `srv-${named % 20}`,
    named % 9 === 0 ? null : `team${named % 50}@example.com`,
  ];
}
