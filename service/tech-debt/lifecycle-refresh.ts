import { z } from 'zod';
import type { RefreshedProduct } from './lifecycle-products.ts';
import type { LifecycleRow } from './lifecycle-row.ts';

const day = z.iso.date().nullish();

/** The part that is read of endoflife.date's `GET /api/v1/products/{product}/` (schema_version 1). */
export const productAnswerSchema = z.object({
  result: z.object({
    name: z.string(),
    releases: z
      .array(
        z.object({
          name: z.string().min(1),
          releaseDate: day,
          eoasFrom: day,
          eolFrom: day,
          eoesFrom: day,
          isEol: z.boolean().optional(),
        }),
      )
      .min(1),
  }),
});
type Release = z.infer<typeof productAnswerSchema>['result']['releases'][number];

export interface RowChange {
  family: string;
  version: string;
  /** `security_until 2026-04-30 → 2026-10-31`. */
  what: string[];
}

interface RefreshOutcome {
  rows: LifecycleRow[];
  added: RowChange[];
  changed: RowChange[];
  /** Rows of the product that endoflife.date no longer lists; they are kept. */
  unlisted: RowChange[];
  /** Releases nothing could be made of. */
  leftOut: string[];
}

const DATES = ['released', 'active_until', 'security_until', 'extended_until'] as const;

/**
 * The rows with the dates of one product's releases. Rows of other sources stay as they are, rows that are no longer
 * listed too; a date the source no longer gives becomes unknown. Pure.
 */
export function refreshRows(
  rows: readonly LifecycleRow[],
  { family, product, versionOf }: RefreshedProduct,
  { releases, asOf }: { releases: readonly Release[]; asOf: string },
): RefreshOutcome {
  const source = `endoflife.date/${product}`;
  const outcome: RefreshOutcome = { rows: [...rows], added: [], changed: [], unlisted: [], leftOut: [] };
  const seen = new Set<string>();
  for (const release of releases) {
    const version = versionOf(release.name);
    if (version === null) {
      outcome.leftOut.push(`${product} ${release.name}`);
      continue;
    }
    seen.add(version);
    const at = outcome.rows.findIndex((row) => row.family === family && row.version === version);
    const known = outcome.rows[at];
    if (known === undefined) add(outcome, { family, version, source, release, asOf });
    else if (known.source === source) outcome.rows[at] = change(outcome, known, release, asOf);
  }
  for (const row of rows)
    if (row.family === family && row.source === source && !seen.has(row.version) && !isDerived(row))
      outcome.unlisted.push({ family, version: row.version, what: [] });
  return outcome;
}

/** Rows made from others: `major level`, `version level`, `product level`. */
const isDerived = (row: LifecycleRow): boolean => /(?:major|version|product) level/.test(row.note ?? '');

const datesOf = (release: Release) => ({
  released: release.releaseDate ?? null,
  active_until: release.eoasFrom ?? null,
  security_until: release.eolFrom ?? null,
  extended_until: release.eoesFrom ?? null,
});

function change(outcome: RefreshOutcome, row: LifecycleRow, release: Release, asOf: string): LifecycleRow {
  const dates = datesOf(release);
  const what = DATES.filter((name) => row[name] !== dates[name]).map(
    (name) => `${name} ${row[name] ?? 'unknown'} → ${dates[name] ?? 'unknown'}`,
  );
  if (what.length > 0) outcome.changed.push({ family: row.family, version: row.version, what });
  return { ...row, ...dates, note: noteOf(row, release, asOf), as_of: asOf };
}

/** A note on missing dates is only as true as the dates it was written beside. */
function noteOf(row: LifecycleRow, release: Release, asOf: string): string | null {
  const parts = (row.note ?? '')
    .split('; ')
    .filter((part) => part !== '' && !/no end date given|date not given/.test(part));
  if ((release.eolFrom ?? null) === null)
    parts.push(
      release.isEol === true ? 'support ended, date not given' : `supported at snapshot ${asOf}, no end date given`,
    );
  return parts.length === 0 ? null : parts.join('; ');
}

function add(
  outcome: RefreshOutcome,
  it: { family: string; version: string; source: string; release: Release; asOf: string },
): void {
  const row: LifecycleRow = {
    family: it.family,
    version: it.version,
    ...datesOf(it.release),
    source: it.source,
    note: null,
    is_weak: false,
    as_of: it.asOf,
  };
  const first = outcome.rows.findIndex((one) => one.family === it.family);
  outcome.rows.splice(first === -1 ? outcome.rows.length : first, 0, {
    ...row,
    note: noteOf(row, it.release, it.asOf),
  });
  const what = DATES.filter((name) => row[name] !== null).map((name) => `${name} ${row[name]}`);
  outcome.added.push({ family: it.family, version: it.version, what });
}
