import { countOf } from './format.ts';
import type { WithdrawalPreview } from './schemas/asset.schema.ts';

/** What withdrawing an import changes, in numbers, one effect each. */
export function impactOfWithdrawal(preview: WithdrawalPreview): string[] {
  const atLeast = preview.values_are_exact ? '' : 'at least ';
  return [
    `${countOf(preview.assets_removed, 'asset')} that no other import speaks of ${preview.assets_removed === 1 ? 'is' : 'are'} removed.`,
    `${countOf(preview.assets_restored, 'asset')} ${preview.assets_restored === 1 ? 'stays' : 'stay'} as other imports have ${preview.assets_restored === 1 ? 'it' : 'them'}; ${atLeast}${countOf(preview.values_restored, 'value')} of those ${preview.values_restored === 1 ? 'changes' : 'change'} back.`,
    `${countOf(preview.edges, 'dependency', 'dependencies')} and ${countOf(preview.findings, 'finding')} go.`,
    preview.raw_kept_days === null
      ? 'The raw records stay stored.'
      : `The raw records stay stored for ${countOf(preview.raw_kept_days, 'day')}, then they are removed.`,
  ];
}
