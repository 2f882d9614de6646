import { countOf, formatNumber } from '#shared/format.ts';
import type { TechDebtSummary } from '#shared/schemas/assessment.schema.ts';

type Counted = Pick<TechDebtSummary, 'assets' | 'by_treatment_state' | 'operating_systems'>;

/** How far the assessment goes, in sentences; what counts nothing is not said. */
export function coverageWords({ assets, by_treatment_state: states, operating_systems: systems }: Counted): string {
  const undecided = states.not_enough_data ?? 0;
  const other = states.not_applicable ?? 0;
  const treatments = [
    undecided > 0 && `no treatment for ${formatNumber(undecided)} for want of data`,
    other > 0 && `none applies to ${formatNumber(other)}`,
  ].filter((part) => part !== false);
  const unknown = (
    [
      [systems.not_enough_data, 'not said exactly enough'],
      [systems.no_data, 'without a known date'],
      [systems.not_said, 'not said'],
    ] as const
  ).flatMap(([count, words]) => (count ? [`${formatNumber(count)} ${words}`] : []));
  return [
    `${[countOf(assets, 'asset'), ...treatments].join('; ')}.`,
    ...(unknown.length > 0 ? [`Operating systems: ${unknown.join(', ')}.`] : []),
  ].join(' ');
}
