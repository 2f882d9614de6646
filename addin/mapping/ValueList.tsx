import { Link, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { fieldLabel } from '#shared/field-label.ts';
import type { FieldMapping, ValueMapping } from '#shared/schemas/field-mapping.schema.ts';
import { countOf, formatNumber } from '#shared/format.ts';
import { reasonText } from './reason-text.ts';
import { isOpen, openValues } from './value-meanings.ts';

const SHOWN = 12;
const UNSAID = '';
/** No value of a vocabulary has spaces in it. */
const NOTHING = 'means nothing';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
  },
  value: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
  },
  raw: { overflowWrap: 'anywhere' },
  select: { minWidth: 0 },
  memory: { display: 'block', color: tokens.colorNeutralForeground3 },
  open: { color: tokens.colorStatusWarningForeground1 },
});

interface ValueListProps {
  mapping: FieldMapping;
  header: string;
  allowed: readonly string[];
  isReadOnly: boolean;
  onChange(value: string, target: string | null): void;
}

/** What each raw value of the column means in the field's closed vocabulary; approved together with the field. */
export function ValueList({ mapping, header, allowed, isReadOnly, onChange }: ValueListProps) {
  const styles = useStyles();
  const [isLong, setIsLong] = useState(false);
  const values = mapping.value_mappings ?? [];
  const open = openValues(mapping);
  const guessed = open.filter((one) => one.needs_decision).length;
  const unsaid = open.length - guessed;
  const shown = isLong ? values : values.slice(0, SHOWN);
  return (
    <>
      <Text size={200} weight="semibold">
        {countOf(values.length, 'value')}
        {unsaid > 0 && <span className={styles.open}> · {unsaid} without a meaning yet</span>}
        {guessed > 0 && <span className={styles.open}> · {guessed} guessed, not approved yet</span>}
      </Text>
      <ul className={styles.list} aria-label={`Values of ${header}`}>
        {shown.map((one) => (
          <li key={one.value} className={styles.value}>
            <Text size={200} className={styles.raw} title={one.reason}>
              {one.value} <span className={isOpen(one) ? styles.open : undefined}>× {formatNumber(one.count)}</span>
              {one.remembered && <span className={styles.memory}>{reasonText(one.reason)}</span>}
            </Text>
            <Select
              size="small"
              className={styles.select}
              aria-label={`Meaning of ${one.value}`}
              value={isOpen(one) ? UNSAID : (one.target_value ?? NOTHING)}
              disabled={isReadOnly}
              onChange={(_event, data) => onChange(one.value, data.value === NOTHING ? null : data.value)}
            >
              {isOpen(one) && <option value={UNSAID}>{proposalOf(one)}</option>}
              <option value={NOTHING}>Leave it empty</option>
              {allowed.map((value) => (
                <option key={value} value={value}>
                  {fieldLabel(value)}
                </option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
      {values.length > shown.length && <Link onClick={() => setIsLong(true)}>Show all {values.length} values</Link>}
      {mapping.values_unlisted > 0 && (
        <Text size={200}>
          {formatNumber(mapping.values_unlisted)} rarer or very long values are not listed; those without a usual name
          stay empty.
        </Text>
      )}
    </>
  );
}

const proposalOf = ({ target_value: guess }: ValueMapping): string =>
  guess === null ? 'No meaning yet' : `Perhaps ${fieldLabel(guess)}`;
