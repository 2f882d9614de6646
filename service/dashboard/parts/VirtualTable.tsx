import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject } from 'react';
import { NARROW_TABLE, PHONE_TABLE, useMediaQuery } from '../shell/use-media-query.ts';
import { useKeptPlace } from './use-kept-place.ts';
import { TableSkeleton } from './TableSkeleton.tsx';

/** What a row is taken for before it is measured, px. */
const ROW_ESTIMATE_PX = 44;
const OVERSCAN_ROWS = 8;

export interface TableColumn<Item> {
  key: string;
  header: ReactNode;
  /** A CSS grid track. */
  track: string;
  /** Its track on narrow screens, when it differs. */
  narrowTrack?: string;
  cell(item: Item): ReactNode;
  isNumber?: boolean;
  /** It names the row; the first column does unless another says so. */
  isRowHeader?: boolean;
  /** Left out on narrow screens. */
  isOptional?: boolean;
  /** Left out on telephones, where another column says it. */
  isLeftOutOnPhones?: boolean;
}

/** The column the items are in order of, and what its header does. */
interface TableSort {
  key: string;
  direction: 'ascending' | 'descending';
  turn(): void;
}

interface VirtualTableProps<Item> {
  label: string;
  columns: readonly TableColumn<Item>[];
  sort?: TableSort;
  items: readonly Item[];
  keyOf(item: Item): string;
  isSelected?: (item: Item) => boolean;
  /** What stands across all columns, for an item that heads others; null for any other. */
  headOf?: (item: Item) => ReactNode;
  /** Set while there is more to load; called when the end comes in sight. */
  loadMore?: (() => void) | undefined;
  isLoadingMore?: boolean;
  /** What of the list is shown: who comes back to the same finds it where it was left. */
  place?: string;
}

const useStyles = makeStyles({
  scroller: {
    overflow: 'auto',
    // What is focused comes to stand below the header, which stays.
    scrollPaddingBlockStart: '2.5rem',
    minHeight: 0,
    // Where filters leave no room for some rows, the page scrolls.
    '@media (max-height: 700px)': { minHeight: '9rem' },
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  // It takes the focus of a row that is gone.
  table: {
    minWidth: 'fit-content',
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
  row: {
    display: 'grid',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    [`@media ${NARROW_TABLE}`]: { columnGap: tokens.spacingHorizontalM },
    paddingInline: tokens.spacingHorizontalM,
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
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  body: { position: 'relative' },
  item: {
    position: 'absolute',
    insetInline: 0,
    insetBlockStart: 0,
    boxSizing: 'border-box',
    // A long serial number is as whole as a long sentence.
    overflowWrap: 'break-word',
    paddingBlock: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
    ':has([role="rowheader"] a[href])': { cursor: 'pointer' },
  },
  selected: {
    boxShadow: `inset ${tokens.strokeWidthThickest} 0 ${tokens.colorCompoundBrandBackground}`,
    // Shadows go with forced colours.
    '@media (forced-colors: active)': {
      outline: `${tokens.strokeWidthThick} solid Highlight`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
  heading: { backgroundColor: tokens.colorNeutralBackground2 },
  across: { gridColumn: '1 / -1' },
  cell: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  sort: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: 0,
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline' },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThin})`,
    },
  },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
});

/** Rows of any number: only those in sight are in the page. Up and Down go to the same control of the next row. */
export function VirtualTable<Item>(props: VirtualTableProps<Item>) {
  const { label, items, sort, isSelected, headOf, keyOf, loadMore, isLoadingMore = false } = props;
  const styles = useStyles();
  const isNarrow = useMediaQuery(NARROW_TABLE);
  const isPhone = useMediaQuery(PHONE_TABLE);
  const columns = props.columns.filter(
    ({ isOptional, isLeftOutOnPhones }) => !(isNarrow && isOptional) && !(isPhone && isLeftOutOnPhones),
  );
  const rowHeader = columns.find(({ isRowHeader }) => isRowHeader) ?? columns[0];
  const gridTemplateColumns = columns
    .map((column) => (isNarrow ? (column.narrowTrack ?? column.track) : column.track))
    .join(' ');
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRows(items, keyOf, scroller);
  useKeptPlace(scroller, props.place);
  const rows = virtualizer.getVirtualItems();
  const lastShown = rows.at(-1)?.index ?? -1;
  useEffect(() => {
    if (lastShown >= items.length - 1 && !isLoadingMore) loadMore?.();
  }, [lastShown, items.length, isLoadingMore, loadMore]);
  return (
    <div className={styles.scroller} ref={scroller}>
      <div
        role="table"
        aria-label={label}
        aria-rowcount={loadMore ? -1 : items.length + 1}
        className={styles.table}
        tabIndex={-1}
      >
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
                {...(sort?.key === column.key && { 'aria-sort': sort.direction })}
              >
                {sort?.key === column.key ? <SortButton sort={sort}>{column.header}</SortButton> : column.header}
              </div>
            ))}
          </div>
        </div>
        <div
          role="rowgroup"
          className={styles.body}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={(event) => goToNeighbour(event, (index) => virtualizer.scrollToIndex(index))}
        >
          {rows.map(({ index, start }) => {
            const item = items[index];
            if (item === undefined) return null;
            const head = headOf?.(item) ?? null;
            return (
              <div
                key={keyOf(item)}
                ref={virtualizer.measureElement}
                data-index={index}
                role="row"
                aria-rowindex={index + 2}
                onClick={openRow}
                className={mergeClasses(
                  styles.row,
                  styles.item,
                  head !== null && styles.heading,
                  isSelected?.(item) === true && styles.selected,
                )}
                style={{ gridTemplateColumns, transform: `translateY(${start}px)` }}
              >
                {head !== null && (
                  <div role="rowheader" aria-colspan={columns.length} className={styles.across}>
                    {head}
                  </div>
                )}
                {(head === null ? columns : []).map((column) => (
                  <div
                    key={column.key}
                    role={column === rowHeader ? 'rowheader' : 'cell'}
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

function SortButton({ sort, children }: { sort: TableSort; children: ReactNode }) {
  const styles = useStyles();
  const Icon = sort.direction === 'ascending' ? ArrowUpRegular : ArrowDownRegular;
  return (
    <button type="button" className={styles.sort} onClick={() => sort.turn()}>
      {children} <Icon aria-hidden />
    </button>
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

/** A click beside the controls of a row opens what its header links to, unless it ends a selection of text. */
function openRow({ target, currentTarget }: MouseEvent<HTMLElement>): void {
  const isOnControl = target instanceof Element && target.closest('a, button, input, label') !== null;
  if (isOnControl || document.getSelection()?.isCollapsed === false) return;
  currentTarget.querySelector<HTMLElement>('[role="rowheader"] a[href]')?.click();
}

const FOCUSABLE = 'a[href], button, input, [tabindex="0"]';

/** Moves the focus up or down a row, to the control at the same place; the row is scrolled into the page first. */
function goToNeighbour(event: KeyboardEvent<HTMLElement>, scrollTo: (index: number) => void): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const body = event.currentTarget;
  const target = event.target instanceof Element ? event.target : null;
  const row = target?.closest<HTMLElement>('[data-index]') ?? null;
  if (step === 0 || target === null || row === null || event.altKey || event.ctrlKey || event.metaKey) return;
  const place = [...row.querySelectorAll(FOCUSABLE)].indexOf(target);
  // What scrolls within a row keeps its keys.
  if (place < 0 || target.scrollHeight > target.clientHeight) return;
  event.preventDefault();
  const wanted = Number(row.dataset['index']) + step;
  if (wanted < 0) return;
  scrollTo(wanted);
  requestAnimationFrame(() => {
    const controls = body.querySelectorAll<HTMLElement>(`[data-index="${wanted}"] :is(${FOCUSABLE})`);
    (controls[place] ?? controls[controls.length - 1])?.focus();
  });
}
