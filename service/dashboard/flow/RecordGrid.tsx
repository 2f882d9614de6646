import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { cellText, withoutCurrency, type Cell } from '#shared/schemas/cell.schema.ts';
import type { ImportDetail, RawRecord } from '#shared/schemas/import.schema.ts';
import { countOf, formatNumber } from '#shared/format.ts';
import { isSecretHeader } from '#shared/secret-headers.ts';
import { OpenItem } from '../parts/OpenItem.tsx';
import { placeNumber, type HeaderRow } from '#shared/records-text.ts';
import { BLANK_OR_NOT_SENT } from './unsent-words.ts';
import { cellOf } from './cell-of.ts';
import { columnWidth } from './column-width.ts';
import { CellText } from './CellText.tsx';

/** Sizes the virtualiser reckons with, px; rows and columns are exactly this large. */
const ROW_PX = 32;
const ROW_NUMBER_PX = 80;
const JUDGED_RECORDS = 50;

const useStyles = makeStyles({
  scroller: {
    overflow: 'auto',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  row: {
    position: 'absolute',
    insetBlockStart: 0,
    insetInlineStart: 0,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    boxSizing: 'border-box',
  },
  head: {
    position: 'sticky',
    insetBlockStart: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    boxSizing: 'border-box',
  },
  cell: {
    position: 'absolute',
    insetBlockStart: 0,
    boxSizing: 'border-box',
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    paddingInline: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
  },
  header: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  // Stays in sight when the sheet is scrolled sideways.
  rowNumber: {
    position: 'sticky',
    insetInlineStart: 0,
    zIndex: 1,
    textAlign: 'end',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  body: { position: 'relative' },
});

interface RecordGridProps {
  columns: ImportDetail['columns'];
  headerRow: HeaderRow;
  records: readonly RawRecord[];
  total: number;
  loadMore: (() => void) | undefined;
}

/** Any number of rows and columns; only those in sight are in the page. */
export function RecordGrid({ columns, headerRow, records, total, loadMore }: RecordGridProps) {
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  // By what is there first: no column moves under whoever reads on.
  const [widths] = useState(() => columns.map(({ key }) => columnWidth([key, ...firstTexts(records, key)])));
  const widthOf = (index: number): number => widths[index] ?? columnWidth([]);
  const { rows, cells } = useSight(scroller, records.length, widths);
  const seen = rows.getVirtualItems();
  const lastSeen = seen.at(-1)?.index ?? -1;
  useEffect(() => {
    if (lastSeen >= records.length - 1) loadMore?.();
  }, [lastSeen, records.length, loadMore]);
  const width = cells.getTotalSize();
  /** Whether the first value of the column is a number: its header stands above the figures. */
  const isNumber = (key = ''): boolean => typeof firstValue(records, key) === 'number';
  return (
    <div className={styles.scroller} ref={scroller} tabIndex={0} role="region" aria-label="Raw records">
      <div
        role="table"
        aria-label={`${countOf(total, 'row')}, ${countOf(columns.length, 'column')}`}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + 1}
      >
        <div role="rowgroup" className={styles.head} style={{ width, height: ROW_PX }}>
          <div role="row" aria-rowindex={1}>
            <div
              role="columnheader"
              aria-colindex={1}
              className={mergeClasses(styles.cell, styles.header, styles.rowNumber)}
              style={boxOf(ROW_NUMBER_PX)}
            >
              {headerRow === null ? 'Record' : 'Row'}
            </div>
            {cells.getVirtualItems().map(({ index, start }) => (
              <div
                key={index}
                role="columnheader"
                aria-colindex={index + 2}
                className={mergeClasses(styles.cell, styles.header, isNumber(columns[index]?.key) && styles.number)}
                style={{ ...boxOf(widthOf(index)), insetInlineStart: start }}
                title={columns[index]?.key}
              >
                <bdi>{columns[index]?.key}</bdi>
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: rows.getTotalSize(), width }}>
          {seen.map(({ index, start }) => {
            const record = records[index];
            if (record === undefined) return null;
            return (
              <div
                key={index}
                role="row"
                aria-rowindex={record.row_number + 1}
                className={styles.row}
                style={{ height: ROW_PX, width, transform: `translateY(${start}px)` }}
              >
                <div
                  role="rowheader"
                  aria-colindex={1}
                  className={mergeClasses(styles.cell, styles.rowNumber)}
                  style={boxOf(ROW_NUMBER_PX)}
                >
                  <OpenItem item={String(record.row_number)}>
                    {formatNumber(placeNumber(record.row_number, headerRow))}
                  </OpenItem>
                </div>
                {cells.getVirtualItems().map(({ index: column, start: left }) => (
                  <GridCell
                    key={column}
                    index={column}
                    box={{ ...boxOf(widthOf(column)), insetInlineStart: left }}
                    record={record}
                    column={columns[column]}
                  />
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

const firstTexts = (records: readonly RawRecord[], key: string): string[] =>
  records.slice(0, JUDGED_RECORDS).map((record) => cellText(cellOf(record, key)));

/** Of the first records; a column may be blank for long. */
function firstValue(records: readonly RawRecord[], key: string): Cell {
  const first = records.slice(0, JUDGED_RECORDS).find((record) => cellOf(record, key) !== null);
  return first === undefined ? null : cellOf(first, key);
}

interface GridCellProps {
  index: number;
  box: ReturnType<typeof boxOf> & { insetInlineStart: number };
  record: RawRecord;
  column: ImportDetail['columns'][number] | undefined;
}

function GridCell({ index, box, record, column }: GridCellProps) {
  const styles = useStyles();
  const cell = cellOf(record, column?.key ?? '');
  return (
    <div
      role="cell"
      aria-colindex={index + 2}
      className={mergeClasses(styles.cell, typeof withoutCurrency(cell) === 'number' && styles.number)}
      style={box}
    >
      <CellText cell={cell} blank={isSecretHeader(column?.header ?? '') ? BLANK_OR_NOT_SENT : ''} />
    </div>
  );
}

function boxOf(width: number) {
  return { width, height: ROW_PX, lineHeight: `${ROW_PX}px` };
}

function useSight(scroller: RefObject<HTMLDivElement | null>, rowCount: number, widths: readonly number[]) {
  const getScrollElement = () => scroller.current;
  const rows = useVirtualizer({ count: rowCount, getScrollElement, estimateSize: () => ROW_PX, overscan: 12 });
  const cells = useVirtualizer({
    horizontal: true,
    count: widths.length,
    paddingStart: ROW_NUMBER_PX,
    getScrollElement,
    estimateSize: (index) => widths[index] ?? columnWidth([]),
    overscan: 4,
  });
  return { rows, cells };
}
