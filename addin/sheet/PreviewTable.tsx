import { makeStyles, mergeClasses, Text, tokens, Tooltip } from '@fluentui/react-components';
import {
  CalendarRegular,
  CheckboxCheckedRegular,
  CircleRegular,
  NumberSymbolRegular,
  TextTRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import type { FluentIcon } from '@fluentui/react-icons';
import { cellText, isErrorCell, type Cell } from '#shared/schemas/cell.schema.ts';
import { percent } from '../shell/format.ts';
import { Spoken } from '#shared/pages/Spoken.tsx';
import type { ColumnFacts, ColumnKind } from './column-facts.ts';

const PREVIEW_ROWS = 8;
/** A sheet may have thousands of columns; the first ones are enough to recognise it. */
const PREVIEW_COLUMNS = 60;

const kinds: Readonly<Record<ColumnKind, { icon: FluentIcon; label: string }>> = {
  text: { icon: TextTRegular, label: 'Text' },
  number: { icon: NumberSymbolRegular, label: 'Numbers' },
  date: { icon: CalendarRegular, label: 'Dates' },
  boolean: { icon: CheckboxCheckedRegular, label: 'True or false' },
  mixed: { icon: WarningRegular, label: 'Mixed types' },
  blank: { icon: CircleRegular, label: 'Blank' },
  unsaved: { icon: WarningRegular, label: 'Formulas without a saved result' },
};

const useStyles = makeStyles({
  frame: {
    overflowX: 'auto',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    whiteSpace: 'nowrap',
    maxWidth: '12rem',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    textAlign: 'start',
  },
  head: {
    backgroundColor: tokens.colorNeutralBackground3,
    fontWeight: tokens.fontWeightSemibold,
    verticalAlign: 'top',
  },
  given: { fontStyle: 'italic' },
  facts: {
    position: 'relative',
    display: 'flex',
    gap: tokens.spacingHorizontalXXS,
    alignItems: 'center',
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
  },
  number: { textAlign: 'end', color: tokens.colorNeutralForeground3 },
  error: { color: tokens.colorPaletteRedForeground1 },
  held: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
});

interface PreviewProps {
  columns: readonly ColumnFacts[];
  rows: readonly (readonly Cell[])[];
  /** Sheet row of the first data row. */
  firstDataRow: number;
  withheld: ReadonlySet<number>;
}

/** The first rows as they will be stored, each column with its type and how full it is. */
export function PreviewTable({ columns, rows, firstDataRow, withheld }: PreviewProps) {
  const styles = useStyles();
  const shown = columns.slice(0, PREVIEW_COLUMNS);
  return (
    <section aria-label="Preview">
      <div className={styles.frame} tabIndex={0} role="region" aria-label="First rows">
        <table className={styles.table} aria-label="First rows as they will be stored">
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(styles.cell, styles.head, styles.number)}>
                Row
              </th>
              {shown.map((column) => (
                <HeaderCell key={column.index} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, PREVIEW_ROWS).map((row, index) => (
              <tr key={index}>
                <th scope="row" className={mergeClasses(styles.cell, styles.number)}>
                  {firstDataRow + index}
                </th>
                {shown.map((column) => (
                  <td
                    key={column.index}
                    className={mergeClasses(
                      styles.cell,
                      isErrorCell(row[column.index] ?? null) && styles.error,
                      withheld.has(column.index) && styles.held,
                    )}
                  >
                    {withheld.has(column.index) ? 'not sent' : cellText(row[column.index] ?? null)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {columns.length > shown.length && (
        <Text size={200}>
          The first {shown.length} of {columns.length} columns.
        </Text>
      )}
    </section>
  );
}

function HeaderCell({ column }: { column: ColumnFacts }) {
  const styles = useStyles();
  const { icon: Icon, label } = kinds[column.kind];
  return (
    <th scope="col" className={mergeClasses(styles.cell, styles.head)}>
      <bdi className={column.name === column.header ? undefined : styles.given}>{column.name}</bdi>
      <Tooltip content={`${label}, ${percent(column.fillRate)} filled`} relationship="description">
        <span className={styles.facts}>
          <Icon aria-label={label} /> {percent(column.fillRate)} <Spoken>filled</Spoken>
        </span>
      </Tooltip>
    </th>
  );
}
