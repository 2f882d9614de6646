import { Link, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { fieldLabel } from '#shared/field-label.ts';
import type { FieldMapping, ValueMapping } from '#shared/schemas/field-mapping.schema.ts';
import { countOf, formatNumber } from '#shared/format.ts';
import { isOpenValue } from '#shared/open-value.ts';
import { reasonText } from './reason-text.ts';
import { cellsOf, openValues, valueLines } from './value-meanings.ts';

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
  onChange(values: readonly string[], target: string | null): void;
}

/** What each raw value of the column means in the field's closed vocabulary, what nobody decided first; approved together with the field. */
export function ValueList({ mapping, header, allowed, isReadOnly, onChange }: ValueListProps) {
  const styles = useStyles();
  const [isLong, setIsLong] = useState(false);
  const values = mapping.value_mappings ?? [];
  // What is decided stays where it was found, under the hand that decides.
  const [asked] = useState(() => new Set(openValues(mapping).map(({ value }) => value)));
  const isAsked = (line: readonly ValueMapping[]): boolean => line.some(({ value }) => asked.has(value));
  const found = valueLines(values);
  const lines = [...found.filter(isAsked), ...found.filter((line) => !isAsked(line))];
  const open = valueLines(openValues(mapping));
  const guessed = open.filter((line) => line.some((one) => one.needs_decision)).length;
  const unsaid = open.length - guessed;
  const shown = isLong ? lines : lines.slice(0, SHOWN);
  return (
    <>
      <Text size={200} weight="semibold">
        {countOf(lines.length, 'value')}
        {unsaid > 0 && <span className={styles.open}> · {unsaid} without a meaning yet</span>}
        {guessed > 0 && <span className={styles.open}> · {guessed} guessed, not approved yet</span>}
      </Text>
      <ul className={styles.list} aria-label={`Values of ${header}`}>
        {shown.map((line) => (
          <ValueLine key={line[0]?.value} line={line} allowed={allowed} isReadOnly={isReadOnly} onChange={onChange} />
        ))}
      </ul>
      {lines.length > shown.length && <Link onClick={() => setIsLong(true)}>Show all {lines.length} values</Link>}
      {mapping.values_unlisted > 0 && (
        <Text size={200}>
          {formatNumber(mapping.values_unlisted)} rarer or very long values are not listed; those without a usual name
          stay empty.
        </Text>
      )}
    </>
  );
}

interface ValueLineProps extends Pick<ValueListProps, 'allowed' | 'isReadOnly' | 'onChange'> {
  /** The spellings of one value. */
  line: readonly ValueMapping[];
}

function ValueLine({ line, allowed, isReadOnly, onChange }: ValueLineProps) {
  const styles = useStyles();
  const [first] = line;
  if (first === undefined) return null;
  const spellings = line.map(({ value }) => value);
  const isUnsaid = isOpenValue(first);
  return (
    <li className={styles.value}>
      <Text size={200} className={styles.raw} title={first.reason}>
        {spellings.join(', ')}{' '}
        <span className={isUnsaid ? styles.open : undefined}>× {formatNumber(cellsOf(line))}</span>
        {first.remembered && <span className={styles.memory}>{reasonText(first.reason)}</span>}
      </Text>
      <Select
        size="small"
        className={styles.select}
        aria-label={`Meaning of ${spellings.join(', ')}`}
        value={isUnsaid ? UNSAID : (first.target_value ?? NOTHING)}
        disabled={isReadOnly}
        onChange={(_event, data) => onChange(spellings, data.value === NOTHING ? null : data.value)}
      >
        {isUnsaid && <option value={UNSAID}>{proposalOf(first)}</option>}
        <option value={NOTHING}>Leave it empty</option>
        {allowed.map((value) => (
          <option key={value} value={value}>
            {fieldLabel(value)}
          </option>
        ))}
      </Select>
    </li>
  );
}

const proposalOf = ({ target_value: guess }: ValueMapping): string =>
  guess === null ? 'No meaning yet' : `Perhaps ${fieldLabel(guess)}`;
