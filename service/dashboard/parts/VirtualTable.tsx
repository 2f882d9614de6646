import { makeStyles, mergeClasses, tokens, useArrowNavigationGroup } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { NARROW_SCREEN, useMediaQuery } from '../shell/use-media-query.ts';
import { TableSkeleton } from './TableSkeleton.tsx';

/** What a row is taken for before it is measured, px. */
const ROW_ESTIMATE_PX = 44;
const OVERSCAN_ROWS = 8;

export interface TableColumn<Item> {
  key: string;
  header: string;
  /** A CSS grid track. */
  track: string;
  cell(item: Item): ReactNode;
  isNumber?: boolean;
  /** Left out on narrow screens. */
  isOptional?: boolean;
}

interface VirtualTableProps<Item> {
  label: string;
  columns: readonly TableColumn<Item>[];
  items: readonly Item[];
  keyOf(item: Item): string;
  isSelected?: (item: Item) => boolean;
  /** Set while there is more to load; called when the end comes in sight. */
  loadMore?: (() => void) | undefined;
  isLoadingMore?: boolean;
}

const useStyles = makeStyles({
  scroller: {
    overflow: 'auto',
    minHeight: 0,
    flexGrow: 1,
    flexBasis: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: { minWidth: 'fit-content' },
  row: {
    display: 'grid',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    paddingInline: tokens.spacingHorizontalL,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  head: {
    position: 'sticky',
    insetBlockStart: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    paddingBlock: tokens.spacingVerticalS,
    borderBottomColor: tokens.colorNeutralStroke2,
  },
  body: { position: 'relative' },
  item: {
    position: 'absolute',
    insetInline: 0,
    insetBlockStart: 0,
    boxSizing: 'border-box',
    paddingBlock: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  selected: { backgroundColor: tokens.colorNeutralBackground1Selected },
  cell: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
});

/** Rows of any number: only those in sight are in the page. One tab stop; arrow keys go through rows and cells. */
export function VirtualTable<Item>(props: VirtualTableProps<Item>) {
  const { label, items, isSelected, keyOf, loadMore, isLoadingMore = false } = props;
  const styles = useStyles();
  const isNarrow = useMediaQuery(NARROW_SCREEN);
  const columns = isNarrow ? props.columns.filter((column) => column.isOptional !== true) : props.columns;
  const gridTemplateColumns = columns.map((column) => column.track).join(' ');
  const scroller = useRef<HTMLDivElement>(null);
  const arrowKeys = useArrowNavigationGroup({ axis: 'grid', memorizeCurrent: true });
  const virtualizer = useRows(items, keyOf, scroller);
  const rows = virtualizer.getVirtualItems();
  const lastShown = rows.at(-1)?.index ?? -1;
  useEffect(() => {
    if (lastShown >= items.length - 1 && !isLoadingMore) loadMore?.();
  }, [lastShown, items.length, isLoadingMore, loadMore]);
  return (
    <div className={styles.scroller} ref={scroller}>
      <div role="table" aria-label={label} aria-rowcount={loadMore ? -1 : items.length + 1} className={styles.table}>
        <div role="rowgroup" className={styles.head} style={{ position: 'sticky' }}>
          <div
            role="row"
            aria-rowindex={1}
            className={styles.row}
            style={{ gridTemplateColumns, borderBottom: 'none' }}
          >
            {columns.map((column) => (
              <div
                key={column.key}
                role="columnheader"
                className={mergeClasses(styles.cell, column.isNumber && styles.number)}
              >
                {column.header}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }} {...arrowKeys}>
          {rows.map(({ index, start }) => {
            const item = items[index];
            if (item === undefined) return null;
            return (
              <div
                key={keyOf(item)}
                ref={virtualizer.measureElement}
                data-index={index}
                role="row"
                aria-rowindex={index + 2}
                className={mergeClasses(styles.row, styles.item, isSelected?.(item) === true && styles.selected)}
                style={{ gridTemplateColumns, transform: `translateY(${start}px)` }}
              >
                {columns.map((column) => (
                  <div
                    key={column.key}
                    role="cell"
                    className={mergeClasses(styles.cell, column.isNumber && styles.number)}
                  >
                    {column.cell(item)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {isLoadingMore && <TableSkeleton rows={3} label="Loading more" />}
    </div>
  );
}

function useRows<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  scroller: RefObject<HTMLDivElement | null>,
) {
  return useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_ESTIMATE_PX,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: OVERSCAN_ROWS,
  });
}
