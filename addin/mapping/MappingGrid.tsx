import { createFocusOutlineStyle, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { doubledTargets } from '#shared/doubled-targets.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { countOf } from '#shared/format.ts';
import { useAccess } from '../connect/access.ts';
import { useAnnounce } from '../shell/Announcer.tsx';
import { keepTabStop, onListKey, rowsOf } from './list-keys.ts';
import type { MappingChange } from './mapping-change.ts';
import { MappingRow } from './MappingRow.tsx';
import { fieldOrder, goFirst } from './field-order.ts';
import { columnsByField, nameOf } from './review-state.ts';
import type { MappingReviewState } from './use-mapping-review.ts';

const ROWS_SHOWN = 60;
const NO_COLUMNS: ReadonlyMap<string, readonly string[]> = new Map();

const useStyles = makeStyles({
  grid: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    // The focus ring is drawn around it.
    position: 'relative',
    ...createFocusOutlineStyle(),
  },
  keys: { color: tokens.colorNeutralForeground3 },
});

interface GridProps {
  /** What is listed, in its order. */
  found: readonly FieldMapping[];
  /** Of the import. */
  all: readonly FieldMapping[];
  names: ReadonlyMap<string, string>;
  state: MappingReviewState;
  isOpen: boolean;
  isDecidable: boolean;
  /** The row whose details are shown. */
  openId: string | null;
  onOpen(id: string | null): void;
  isToReview(mapping: FieldMapping): boolean;
  focusSearch(): void;
}

/**
 * The columns as a grid of rows that take the focus, one stop of the Tab key: within a grid screen readers leave the keys
 * to the page, as they would not in a list.
 */
export function MappingGrid(props: GridProps) {
  const { found, state, isDecidable } = props;
  const styles = useStyles();
  const grid = useRef<HTMLDivElement>(null);
  const [limit, setLimit] = useState(ROWS_SHOWN);
  const keysId = useId();
  const announce = useAnnounce();
  useEffect(() => {
    if (grid.current) keepTabStop(grid.current);
  });
  const [lastId, setLastId] = useState<string | null>(null);
  const change = (mapping: FieldMapping, of: MappingChange): void => {
    setLastId(mapping.id);
    void state.change([{ id: mapping.id, ...of }]);
  };
  const showMore = (): void => {
    flushSync(() => setLimit(limit + ROWS_SHOWN));
    if (grid.current) rowsOf(grid.current)[limit]?.focus();
    announce(countOf(Math.min(ROWS_SHOWN, found.length - limit), 'more column'));
  };
  return (
    <>
      <div
        ref={grid}
        role="grid"
        className={styles.grid}
        aria-label="Field mappings"
        aria-describedby={isDecidable ? keysId : undefined}
        aria-rowcount={found.length}
        tabIndex={-1}
        onFocus={({ currentTarget, target }) =>
          keepTabStop(currentTarget, target.closest<HTMLElement>('[data-mapping]'))
        }
        onKeyDown={(event) =>
          onListKey(event, {
            found,
            isToReview: props.isToReview,
            focusSearch: props.focusSearch,
            decidedLast: props.all.find(({ id }) => id === lastId),
            change: isDecidable ? change : null,
            reveal: (at) => flushSync(() => setLimit(Math.max(limit, at + ROWS_SHOWN))),
          })
        }
      >
        <Rows {...props} shown={found.slice(0, limit)} onChange={change} />
      </div>
      {isDecidable && (
        <Text size={200} id={keysId} className={styles.keys}>
          Keys in the list: ↑ and ↓ move, Enter approves, Delete leaves out, U undoes, N goes to the next to review, →
          and ← reach the buttons of a row, / searches.
        </Text>
      )}
      {found.length > limit && <Link onClick={showMore}>Show more of {found.length} columns</Link>}
    </>
  );
}

interface RowsProps extends GridProps {
  shown: readonly FieldMapping[];
  onChange(mapping: FieldMapping, change: MappingChange): void;
}

function Rows({ shown, all, names, state, isOpen, isDecidable, openId, onOpen, onChange }: RowsProps) {
  const { mayAddFields } = useAccess();
  const doubled = doubledTargets(all, state.fields);
  const others = (mapping: FieldMapping): FieldMapping[] => all.filter((one) => one !== mapping);
  return shown.map((mapping, index) => (
    <MappingRow
      key={mapping.id}
      mapping={mapping}
      header={nameOf(mapping, names)}
      fields={state.fields}
      usedFor={openId === mapping.id ? columnsByField(others(mapping), names) : NO_COLUMNS}
      addField={mayAddFields ? state.addField : null}
      place={index + 1}
      isOpen={openId === mapping.id}
      isApproved={!isOpen}
      isDecidable={isDecidable}
      isBusy={state.isBusy}
      order={fieldOrder(mapping, { all, names, fields: state.fields, doubled, isApproved: !isOpen })}
      onToggle={() => onOpen(openId === mapping.id ? null : mapping.id)}
      onChange={(change) => onChange(mapping, change)}
      onGoFirst={() => void state.change(goFirst(mapping, all))}
      onForget={state.forget}
    />
  ));
}
