import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { columnStanding, type ColumnStanding } from '#shared/pages/column-standing.ts';
import { evidenceStrength } from '#shared/pages/evidence-strength.ts';
import { fieldLabel, sentence, wordOf } from '#shared/field-label.ts';
import { formatConfidence } from '#shared/format.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import type { MatchType } from '#shared/statuses.ts';
import { Facts } from '../parts/Facts.tsx';
import { formatWord } from '../parts/format.ts';
import { PanelSection } from '../parts/PanelSection.tsx';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { SidePanel } from '../parts/SidePanel.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { headerText } from './header-text.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
});

interface MappingPanelProps {
  mapping: FieldMapping;
  /** Whether the import's mappings were approved. */
  isApproved: boolean;
  close: () => void;
}

/** One mapping with the evidence it stands on. */
export function MappingPanel({ mapping, isApproved, close }: MappingPanelProps) {
  return (
    <SidePanel title={headerText(mapping.source_field)} close={close}>
      <Facts facts={factsOf(mapping, columnStanding(mapping, { isApproved }))} />
      <Listing
        title="Why"
        entries={mapping.reasons.map((reason) => sentence(reason.text) + evidenceStrength(reason.contribution))}
      />
      <Listing
        title="Candidates"
        entries={mapping.candidates.map(
          (one) => `${fieldLabel(one.target_field)} ${formatConfidence(one.confidence_score)}`,
        )}
      />
      <Listing title="Sample values" entries={mapping.samples} />
    </SidePanel>
  );
}

const matchWords: Readonly<Record<MatchType, string>> = {
  exact: 'Equal name',
  alias: 'Another name of the field',
  tokens: 'Words in common',
  values: 'What the values are',
  combined: 'Header and values',
  remembered: 'Confirmed before',
  manual: 'Chosen by a person',
  none: 'Nothing fits',
};

function factsOf(mapping: FieldMapping, standing: ColumnStanding): (readonly [string, ReactNode])[] {
  const field = standing === 'left_out' ? null : mapping.target_field;
  return [
    ['Target field', field === null ? 'None' : fieldLabel(field)],
    ...(field === null ? [] : [['Stored as', field] as const]),
    ['Confidence', formatConfidence(mapping.confidence_score)],
    ['Status', <StatusBadge key="status" status={standing} />],
    ['Match', wordOf(matchWords, mapping.match_type)],
    ['Suggested by', suggesterText(mapping.suggested_by)],
    ['Decided by', mapping.decided_by ?? (standing === 'left_out' ? 'Nobody' : 'Nobody yet')],
    ...(mapping.decided_at === null
      ? []
      : [['Decided', <RelativeTime key="decided" iso={mapping.decided_at} />] as const]),
    ...(mapping.rejection_reason === null ? [] : [['Left out because', mapping.rejection_reason] as const]),
  ];
}

function Listing({ title, entries }: { title: string; entries: readonly string[] }) {
  const styles = useStyles();
  if (entries.length === 0) return null;
  return (
    <PanelSection title={title}>
      <ul className={styles.list}>
        {entries.map((entry, index) => (
          <li key={index}>
            <bdi>{entry}</bdi>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

/** `field-mapping (weighted-signals/2026-11-26)`: a word with the version of what suggested, which stays as it is written. */
function suggesterText(suggestedBy: string): string {
  const [who = '', ...version] = suggestedBy.split(' ');
  return [who.includes('/') ? who : formatWord(who), ...version].join(' ');
}
