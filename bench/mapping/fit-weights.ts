/**
 * `npm run fit:mapping [-- FILE.csv …]`: learns the weights of the mapping engine's signals from labelled columns, writes
 * `service/mapping/weights.ts`, and prints what each signal adds (left out, learned anew, tried on families not learned
 * from). Without files: `../shared/data/mapping-dev.csv` and `bench/mapping/written-columns.csv`.
 */
import { existsSync, writeFileSync } from 'node:fs';
import type { Weights } from '#service/mapping/mapping-model.ts';
import { fieldSignals, noFieldSignals } from '#service/mapping/signals.ts';
import { evaluate } from './evaluate.ts';
import { figuresOf } from './figures.ts';
import { knowledges, learnFrom, leaveOneGroupOut, seeSheets, type SeenSheet } from './held-out.ts';
import { readFileNames } from '../../scripts/read-options.ts';
import { DEV_FILE, DEV_FILE_IS_NOT_HERE, readLabelledSheets } from './labelled-columns.ts';

const DEFAULT_FILES = [DEV_FILE, 'bench/mapping/written-columns.csv'];
const OUTPUT = 'service/mapping/weights.ts';

function main(named: readonly string[]): void {
  if (named.length === 0 && !existsSync(DEV_FILE))
    throw new Error(
      `${DEV_FILE_IS_NOT_HERE} Nothing was changed. To learn from other columns, name their files: npm run fit:mapping -- FILE.csv …`,
    );
  const files = named.length > 0 ? named : DEFAULT_FILES;
  const seen = seeSheets(files.flatMap(readLabelledSheets));
  const weights = learnFrom(seen);
  writeFileSync(OUTPUT, source(weights, seen));
  console.log(`${OUTPUT} written from ${seen.flatMap(({ sheet }) => sheet.columns).length} columns.`);
  printAblation(seen, weights);
}

const ABLATION_GROUPS = 3;
const ABLATION_STEPS = 60;

function printAblation(seen: readonly SeenSheet[], from: Weights): void {
  const f1Without = (names: readonly string[]): number => {
    const start = { without: new Set(names), from, steps: ABLATION_STEPS };
    const held = leaveOneGroupOut(seen, ABLATION_GROUPS, start);
    const scored = knowledges.flatMap((knowledge) => evaluate(seen, held, knowledge));
    return figuresOf(scored).f1;
  };
  const all = f1Without([]);
  console.log(`F1 with every signal, on families not learned from: ${all.toFixed(3)}. What each signal adds to it:`);
  const fields = fieldSignals.map((name) => `field.${name}`);
  const others = noFieldSignals.filter((name) => name !== 'bias').map((name) => `noField.${name}`);
  for (const name of [...fields, ...others])
    console.log(`  ${name.padEnd(24)} ${(all - f1Without([name])).toFixed(3)}`);
}

function source(weights: Weights, seen: readonly SeenSheet[]): string {
  const rounded = JSON.stringify(weights, (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1_000) / 1_000 : value,
  );
  const { columns, families } = {
    columns: seen.flatMap(({ sheet }) => sheet.columns).length,
    families: new Set(seen.map(({ sheet }) => sheet.family)).size,
  };
  const version = new Date().toISOString().slice(0, 10);
  return `// Written by \`npm run fit:mapping\`; not by hand.
import type { Weights } from './mapping-model.ts';

/** The day the weights were learned. */
export const WEIGHTS_VERSION = '${version}';

/** Learned from ${columns} labelled columns of ${families} families of systems; in log-odds. */
export const weights: Weights = ${rounded};
`;
}

try {
  main(readFileNames());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
