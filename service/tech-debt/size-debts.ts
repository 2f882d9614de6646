import type { AssessedSubject } from './assessed-fields.ts';
import type { Debt, NotChecked } from './assessment.ts';
import { evidenceOfField } from './evidence.ts';
import {
  SIZE_ASSETS_MIN,
  roundMedian,
  SIZE_FIELDS,
  sizeFields,
  sizeOf,
  type SizeField,
  type SizeStatistics,
} from './size-statistics.ts';

const WORDS: Readonly<Record<SizeField, { name: string; unit: string }>> = {
  cpu_cores: { name: 'CPU cores', unit: '' },
  memory_gb: { name: 'Memory', unit: ' GB' },
  storage_gb: { name: 'Storage', unit: ' GB' },
  cpu_utilization_percent: { name: 'CPU utilisation', unit: ' %' },
  cpu_utilization_percent_max: { name: 'Peak CPU utilisation', unit: ' %' },
  memory_utilization_percent: { name: 'Memory utilisation', unit: ' %' },
  memory_utilization_percent_max: { name: 'Peak memory utilisation', unit: ' %' },
};

const rounded = (value: number): string => String(Math.round(value * 10) / 10);

/** Where an asset stands far outside its class, and which sizes could not be compared. */
export function sizeDebts(
  asset: AssessedSubject,
  statistics: SizeStatistics,
): { debts: Debt[]; notChecked: NotChecked[] } {
  const debts: Debt[] = [];
  const few: string[] = [];
  const equal: string[] = [];
  for (const field of sizeFields) {
    const value = sizeOf(asset, field);
    if (value === null) continue;
    const judgement = statistics.judge(asset.asset_class, field, value);
    if (judgement.state === 'too_few') few.push(WORDS[field].name);
    else if (judgement.state === 'no_spread') equal.push(WORDS[field].name);
    else if (judgement.state === 'outlier') debts.push(outlier(asset, field, value, judgement));
  }
  return { debts, notChecked: [...notChecked(few, fewReason), ...notChecked(equal, equalReason)] };
}

const fewReason = `fewer than ${SIZE_ASSETS_MIN} assets of its class say so`;
const equalReason = 'more than half of its class have the same value, so nothing can be said to stand out';

function notChecked(names: readonly string[], reason: string): NotChecked[] {
  return names.length === 0 ? [] : [{ check: 'size', reason: `${names.join(', ')}: ${reason}.` }];
}

function outlier(
  asset: AssessedSubject,
  field: SizeField,
  value: number,
  { score, spread }: { score: number; spread: { median: number; assets: number } },
): Debt {
  const { name, unit } = WORDS[field];
  const side = score > 0 ? 'above' : 'below';
  const isStrained = SIZE_FIELDS[field] === 'linear' && score > 0;
  const comparison = `far ${side} the middle of ${spread.assets} assets of its class, about ${roundMedian(field, spread.median)}${unit}`;
  return {
    kind: 'size_outlier',
    severity: isStrained ? 'warning' : 'info',
    product: null,
    message: `${name} ${rounded(value)}${unit} stands ${comparison} (modified z-score ${rounded(score)}).`,
    values: evidenceOfField(asset, field),
    releases: [],
  };
}
