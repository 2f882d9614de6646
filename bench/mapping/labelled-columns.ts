import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { createSheetProfiler } from '#service/profiling/column-profiler.ts';
import type { ColumnProfile } from '#service/profiling/column-profile.ts';
import { buildColumns } from '#shared/column-keys.ts';

/** Columns of real systems beside the checkout, where they are. */
export const DEV_FILE = '../shared/data/mapping-dev.csv';
export const DEV_FILE_IS_NOT_HERE = `${DEV_FILE} is not here: its licences keep it out of this repository.`;

/** A column of a real sheet and the fields it may be mapped to. */
export interface LabelledColumn {
  source: string;
  /** The kind of system it comes from; what is learned from one family is tried on the others. */
  family: string;
  header: string;
  samples: string[];
  /** Any of these is right, best first; empty: no field fits; null: people disagree, not scored. */
  gold: string[] | null;
}

/** One sheet, its columns in order. */
export interface LabelledSheet {
  source: string;
  family: string;
  columns: LabelledColumn[];
  profiles: ColumnProfile[];
}

/**
 * @throws Error that names the file when it or a column of it is missing
 */
export function readLabelledSheets(file: string): LabelledSheet[] {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const { data, meta } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  for (const name of ['source', 'family', 'header', 'samples', 'gold'])
    if (!(meta.fields ?? []).includes(name)) throw new Error(`${file} has no column ${name}.`);
  const bySource = new Map<string, LabelledColumn[]>();
  for (const row of data) {
    const column = labelled(row);
    bySource.set(column.source, [...(bySource.get(column.source) ?? []), column]);
  }
  return [...bySource].map(([source, columns]) => ({
    source,
    family: columns[0]?.family ?? '',
    columns,
    profiles: profilesOf(columns),
  }));
}

function labelled(row: Record<string, string>): LabelledColumn {
  const gold = (row['gold'] ?? '').trim();
  return {
    source: row['source'] ?? '',
    family: row['family'] ?? '',
    header: row['header'] ?? '',
    samples: (row['samples'] ?? '')
      .split('¦')
      .map((sample) => sample.trim())
      .filter((sample) => sample !== ''),
    gold: gold === '?' ? null : gold === '' ? [] : gold.split('|').map((field) => field.trim()),
  };
}

export function profilesOf(columns: readonly { header: string; samples: readonly string[] }[]): ColumnProfile[] {
  const profiler = createSheetProfiler(buildColumns(columns.map(({ header }) => header)));
  const rows = Math.max(0, ...columns.map(({ samples }) => samples.length));
  profiler.add(
    Array.from({ length: rows }, (_, row) => ({ cells: columns.map(({ samples }) => samples[row] ?? null) })),
  );
  // No samples were written down, which is not to say that the column had no values.
  return profiler.profiles().map((one, at) => (columns[at]?.samples.length ? one : { ...one, rows: 0, blank: 0 }));
}
