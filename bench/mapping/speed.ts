import { suggestMappings } from '#service/mapping/mapping-engine.ts';
import { fieldAliases } from '#service/mapping/field-aliases.ts';
import { createSheetProfiler } from '#service/profiling/column-profiler.ts';
import { buildColumns } from '#shared/column-keys.ts';
import { targetFields } from '#shared/target-fields.ts';

const COLUMNS = 300;
const ROWS = 1_000;
const RUNS = 7;

/** Median processor time of profiling 300 columns × 1,000 rows and suggesting their mappings, as an import does it. */
export function measureSpeed(): string {
  const names = Object.values(fieldAliases).flatMap((list) => list.split(',').map((name) => name.trim()));
  const headers = Array.from({ length: COLUMNS }, (_, at) => names[(at * 7) % names.length] ?? '');
  const rows = Array.from({ length: ROWS }, (_, row) => ({
    cells: headers.map((_header, at) => cell(row, at)),
  }));
  const times = Array.from({ length: RUNS }, () => {
    const from = processorTime();
    const profiler = createSheetProfiler(buildColumns(headers));
    profiler.add(rows);
    const profiles = profiler.profiles();
    const profiled = processorTime();
    suggestMappings({ columns: profiles, targetFields });
    return { profiling: profiled - from, suggesting: processorTime() - profiled };
  });
  const median = (part: (time: (typeof times)[number]) => number): string =>
    (times.map(part).sort((left, right) => left - right)[Math.floor(RUNS / 2)] ?? 0).toFixed(0);
  return `${COLUMNS} columns × ${ROWS} samples: ${median((time) => time.suggesting)} ms to suggest, ${median((time) => time.profiling)} ms to profile them first (processor time, median of ${RUNS}, one core).`;
}

/** User and system, ms: what a clock shows depends on who else is at work. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function cell(row: number, at: number): string | number {
  const kinds = [
    `srv-${row}`,
    row % 64,
    `10.0.${row % 250}.${at % 250}`,
    row % 2 === 0 ? 'Production' : 'Test',
    `CZJ${row}A`,
  ];
  return kinds[at % kinds.length] ?? '';
}
