import { Link, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { fieldLabel } from '#shared/field-label.ts';
import type { FieldMapping, ValueMapping } from '#shared/schemas/field-mapping.schema.ts';
import { countOf, formatNumber } from '#shared/format.ts';
import { reasonText } from './reason-text.ts';

const SHOWN = 12;
const AS_IT_IS = '';

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
  const open = values.filter(isOpen).length;
  const shown = isLong ? values : values.slice(0, SHOWN);
  return (
    <>
      <Text size={200} weight="semibold">
        {countOf(values.length, 'value')}
        {open > 0 && <span className={styles.open}> · {open} without a meaning yet</span>}
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
              value={one.target_value ?? AS_IT_IS}
              disabled={isReadOnly}
              onChange={(_event, data) => onChange(one.value, data.value === AS_IT_IS ? null : data.value)}
            >
              <option value={AS_IT_IS}>Leave as it is</option>
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
          {formatNumber(mapping.values_unlisted)} rarer or very long values are not listed; they stay as they are.
        </Text>
      )}
    </>
  );
}

/** Values whose meaning is proposed from memory. */
export function meaningsRemembered({ value_mappings: values }: FieldMapping): number {
  return values?.filter((one) => one.remembered !== null).length ?? 0;
}

/** Nobody decided on it, here or before, and nothing is proposed. */
export function isOpen(value: ValueMapping): boolean {
  return value.target_value === null && value.decided_by === null && value.remembered === null;
}
