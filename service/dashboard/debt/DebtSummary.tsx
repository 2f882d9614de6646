import { makeStyles, shorthands, Text, ToggleButton, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { countOf, formatNumber } from '#shared/format.ts';
import type { TechDebtSummary } from '#shared/schemas/assessment.schema.ts';
import { debtKinds, treatments } from '#shared/statuses.ts';
import { formatWord } from '../parts/format.ts';
import { addressOf, go, useView } from '../shell/location.ts';
import { coverageWords } from './summary-words.ts';
import type { DebtFilter } from './use-debt.ts';

const useStyles = makeStyles({
  summary: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  group: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { minWidth: '5.5rem', color: tokens.colorNeutralForeground2 },
  count: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums', marginInlineStart: '0.4em' },
  quiet: { color: tokens.colorNeutralForeground2 },
  // A shade of grey alone would not tell which is pressed.
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    ...shorthands.borderColor(tokens.colorCompoundBrandStroke),
  },
});

interface DebtSummaryProps {
  summary: TechDebtSummary;
  filter: DebtFilter;
  /** When the assessment was made. */
  assessed: ReactNode;
}

/** Counts that filter the list below them, and how old what they rest on is. */
export function DebtSummary({ summary, filter, assessed }: DebtSummaryProps) {
  const styles = useStyles();
  const view = useView();
  return (
    <section className={styles.summary} aria-label="Counts">
      <Counts
        name="Debt"
        words={debtKinds}
        counts={summary.by_kind}
        chosen={filter.kind}
        choose={(kind) => go(addressOf(view, { kind, item: null }))}
      />
      <Counts
        name="Treatment"
        words={treatments}
        counts={summary.by_treatment}
        chosen={filter.treatment}
        choose={(treatment) => go(addressOf(view, { treatment, item: null }))}
      />
      <Text className={styles.quiet}>{coverageWords(summary)}</Text>
      <Text className={styles.quiet}>
        Assessed {assessed} for {summary.assessed_for}. Lifecycle data of {summary.lifecycle_as_of},{' '}
        {countOf(summary.lifecycle_age_days, 'day')} old then.
      </Text>
    </section>
  );
}

interface CountsProps {
  name: string;
  /** In their order; further ones that are counted are of a newer service, and follow. */
  words: readonly string[];
  counts: Readonly<Record<string, number>>;
  chosen: string | null;
  choose: (word: string | null) => void;
}

/** One button a word that counts anything; pressed while the list shows only it. */
function Counts({ name, words, counts, chosen, choose }: CountsProps) {
  const styles = useStyles();
  const shown = [...new Set([...words, ...Object.keys(counts), ...(chosen === null ? [] : [chosen])])].filter(
    (word) => (counts[word] ?? 0) > 0 || word === chosen,
  );
  return (
    <div className={styles.group} role="group" aria-label={name}>
      <Text className={styles.name}>{name}</Text>
      {shown.length === 0 && <Text>None found</Text>}
      {shown.map((word) => (
        <ToggleButton
          key={word}
          size="small"
          className={word === chosen ? styles.chosen : ''}
          checked={word === chosen}
          onClick={() => choose(word === chosen ? null : word)}
        >
          {formatWord(word)} <span className={styles.count}>{formatNumber(counts[word] ?? 0)}</span>
        </ToggleButton>
      ))}
    </div>
  );
}
