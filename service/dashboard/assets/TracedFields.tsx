import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import { cleansingRuleWords } from '#shared/cleansing-rule-words.ts';
import type { AssetDetail, TracedValue } from '#shared/schemas/asset.schema.ts';
import { fieldValueText } from '#shared/value-text.ts';
import { Facts } from '../parts/Facts.tsx';
import { formatWord } from '../parts/format.ts';
import { CellLink } from './CellLink.tsx';
import { fieldsBySource } from './fields-by-source.ts';

const useStyles = makeStyles({
  source: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  value: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

interface TracedFieldsProps {
  fields: AssetDetail['values'];
  changes?: AssetDetail['last_changes'];
}

/**
 * Fields with their values by the file they came from, each with its cell, what stood there where that is not the same,
 * and what the field was before.
 */
export function TracedFields({ fields, changes = [] }: TracedFieldsProps) {
  const styles = useStyles();
  return fieldsBySource(fields).map(({ importId, filename, sheetName, fields: said }) => (
    <div key={importId} className={styles.source}>
      <Text size={200} className={styles.quiet}>
        From <bdi>{filename ?? 'an import that is gone'}</bdi>
        {sheetName !== null && (
          <>
            {' · '}
            <bdi>{sheetName}</bdi>
          </>
        )}
      </Text>
      <Facts
        facts={said.map(({ field, values }) => [
          formatWord(field),
          <Fragment key={field}>
            {values.map((value, at) => (
              <Traced key={at} field={field} value={value} />
            ))}
            <Was change={changes.find((one) => one.field === field)} />
          </Fragment>,
        ])}
      />
    </div>
  ));
}

function Was({ change }: { change: AssetDetail['last_changes'][number] | undefined }) {
  const styles = useStyles();
  if (change === undefined) return null;
  const { field, before, changed_by: by } = change;
  return (
    <span className={styles.quiet}>
      was <bdi>{before.map(({ value }) => fieldValueText(field, value)).join(', ')}</bdi> until{' '}
      <bdi>{by.filename ?? 'an import that is gone'}</bdi>
    </span>
  );
}

function Traced({ field, value }: { field: string; value: TracedValue }) {
  const styles = useStyles();
  const text = fieldValueText(field, value.value);
  const notes = [
    ...(value.raw === text ? [] : [`"${value.raw}", ${cleansingRuleWords(value.rule)}`]),
    ...(value.decided_by === null ? [] : [`decided by ${value.decided_by}`]),
  ];
  return (
    <span className={styles.value}>
      <bdi>{text}</bdi>
      <span className={styles.quiet}>
        <CellLink cell={value} />
        {notes.length > 0 && (
          <>
            {' · '}
            <bdi>{notes.join(', ')}</bdi>
          </>
        )}
      </span>
    </span>
  );
}
