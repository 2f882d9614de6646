import { countOf } from '../format.ts';
import type { WithdrawalPreview } from '../schemas/asset.schema.ts';

/** The effects of withdrawing an import, in numbers; effects on nothing are not told. */
export function impactOfWithdrawal(preview: WithdrawalPreview): string[] {
  const { assets_removed: removed, assets_restored: restored, edges, findings } = preview;
  return [
    ...(removed > 0
      ? [`${countOf(removed, 'asset')} that only this import contains ${removed === 1 ? 'is' : 'are'} removed.`]
      : []),
    ...(restored > 0 ? [`${restoredAssets(restored)}; ${restoredValues(preview)}.`] : []),
    ...(removed + restored === 0 ? ['No asset changes.'] : []),
    // Other imports may say the same, so that how many go is not how many there are less.
    ...(edges > 0 ? ['Dependencies are worked out again from the imports that stay.'] : []),
    ...(findings > 0 ? ['The findings of this import go.'] : []),
    preview.raw_kept_days === null
      ? 'The raw records stay stored.'
      : `The raw records stay stored for ${countOf(preview.raw_kept_days, 'day')}, then they are removed.`,
    'Only importing the sheet again brings back what is taken away.',
  ];
}

/** The memory learned from the import, in numbers; null where it is nothing. */
export function learnedFromImport(preview: WithdrawalPreview | undefined): string | null {
  const { learned_mappings: mappings = 0, learned_decisions: decisions = 0 } = preview ?? {};
  const learned = [
    ...(mappings > 0 ? [countOf(mappings, 'mapping')] : []),
    ...(decisions > 0 ? [countOf(decisions, 'decision on held records', 'decisions on held records')] : []),
  ];
  return learned.length === 0 ? null : learned.join(' and ');
}

function restoredAssets(count: number): string {
  return `${countOf(count, 'asset')} ${count === 1 ? 'stays as other imports have it' : 'stay as other imports have them'}`;
}

function restoredValues({ values_restored: count, values_are_exact: isExact }: WithdrawalPreview): string {
  return `${isExact ? '' : 'at least '}${countOf(count, 'value')} of those ${count === 1 ? 'changes' : 'change'} back`;
}
