import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { sentence } from '#shared/field-label.ts';
import { countOf } from '#shared/format.ts';
import type { TracedValue } from '#shared/schemas/asset.schema.ts';
import type { ConflictSide } from '#shared/schemas/conflict.schema.ts';
import { fieldValueText } from '#shared/value-text.ts';
import { cellPlaceText } from '../parts/cell-place.ts';
import { formatWord } from '../parts/format.ts';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { compareSides, isDiffering, type Compared } from './compare-sides.ts';
import { recordsText, type HeaderRow } from '#shared/records-text.ts';
import { keyWord } from './side-words.ts';

const useStyles = makeStyles({
  frame: {
    overflow: 'auto',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    flexShrink: 0,
  },
  table: { borderCollapse: 'collapse', width: '100%', fontSize: tokens.fontSizeBase300 },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    minWidth: '8rem',
  },
  head: { borderTopStyle: 'none' },
  group: {
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    paddingBlock: tokens.spacingVerticalXS,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, display: 'block' },
});

interface SideBySideProps {
  sides: readonly ConflictSide[];
  headerRow: HeaderRow;
}

/** What the records say beside what the inventory holds: keys first, then values that differ, then the rest. */
export function SideBySide({ sides, headerRow }: SideBySideProps) {
  const styles = useStyles();
  const { keys, fieldsOfKeys, fields } = compareSides(sides);
  const differing = fields.filter(({ verdict }) => isDiffering(verdict));
  const rest = fields.filter(({ verdict }) => !isDiffering(verdict));
  const values = (one: Compared<TracedValue>) => (
    <Row key={one.name} name={formatWord(one.name)} {...cellsOf(one)} differs="Differs" />
  );
  return (
    <>
      <div className={styles.frame} tabIndex={0} role="region" aria-label="Side by side">
        <table className={styles.table} aria-label="Keys and values that differ">
          <Head sides={sides} headerRow={headerRow} />
          <Group title="Keys" span={sides.length + 2}>
            {fieldsOfKeys.map((one) => (
              <Row key={one.name} name={formatWord(one.name)} {...cellsOf(one)} />
            ))}
            {keys.map((one) => (
              <Row
                key={one.name}
                name={keyWord(one.name)}
                verdict={one.verdict}
                cells={one.values.map((keys, at) => (
                  <bdi key={at}>{keys.join(', ')}</bdi>
                ))}
              />
            ))}
          </Group>
          <Group title={differing.length === 0 ? 'No value differs' : 'Values that differ'} span={sides.length + 2}>
            {differing.map(values)}
          </Group>
        </table>
      </div>
      {rest.length > 0 && (
        <details>
          <summary>{countOf(rest.length, 'more value')}, the same on all sides or said by one</summary>
          <div className={styles.frame} tabIndex={0} role="region" aria-label="The other values side by side">
            <table className={styles.table} aria-label="The other values">
              <Head sides={sides} headerRow={headerRow} />
              <tbody>{rest.map(values)}</tbody>
            </table>
          </div>
        </details>
      )}
    </>
  );
}

function Head({ sides, headerRow }: SideBySideProps) {
  const styles = useStyles();
  const cell = mergeClasses(styles.cell, styles.head);
  return (
    <thead>
      <tr>
        <th scope="col" className={cell}>
          Field
        </th>
        {sides.map((side, at) => (
          <th key={at} scope="col" className={cell}>
            <span className={styles.name}>
              <bdi>{side.name === '' ? 'No name' : side.name}</bdi>
            </span>
            <span className={styles.quiet}>
              {side.asset_id === null ? sentence(recordsText(side.row_numbers, { headerRow })) : 'In the inventory'} ·{' '}
              {formatWord(side.asset_class).toLowerCase()}
            </span>
          </th>
        ))}
        <th scope="col" className={cell}>
          Comparison
        </th>
      </tr>
    </thead>
  );
}

function Group({ title, span, children }: { title: string; span: number; children: ReactNode }) {
  const styles = useStyles();
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={span} className={mergeClasses(styles.cell, styles.group)}>
          {title}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

interface RowProps {
  name: string;
  cells: readonly ReactNode[];
  verdict: Compared<unknown>['verdict'];
  /** For what is no key: things may have other values and be one. */
  differs?: string;
}

function Row({ name, cells, verdict, differs }: RowProps) {
  const styles = useStyles();
  return (
    <tr>
      <th scope="row" className={styles.cell}>
        {name}
      </th>
      {cells.map((cell, at) => (
        <td key={at} className={styles.cell}>
          {cell}
        </td>
      ))}
      <td className={styles.cell}>
        <StatusBadge status={verdict} word={verdict === 'contradict' ? differs : undefined} />
      </td>
    </tr>
  );
}

function cellsOf({ name, values, verdict }: Compared<TracedValue>): Omit<RowProps, 'name'> {
  return {
    verdict,
    cells: values.map((found, at) =>
      found.map((value, index) => <Value key={`${at} ${index}`} field={name} value={value} />),
    ),
  };
}

/** A value and the cell it came from. */
function Value({ field, value }: { field: string; value: TracedValue }) {
  const styles = useStyles();
  const text = fieldValueText(field, value.value);
  return (
    <span>
      <bdi>{text}</bdi>
      <span className={styles.quiet}>
        <bdi>{cellPlaceText(value)}</bdi>
        {value.raw !== text && (
          <>
            : &quot;<bdi>{value.raw}</bdi>&quot;
          </>
        )}
      </span>
    </span>
  );
}
