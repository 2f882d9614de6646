import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { endpoints } from '#shared/endpoints.ts';
import { countOf, formatNumber } from '#shared/format.ts';
import type { HeldCase } from '#shared/schemas/conflict.schema.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { formatWord } from '../parts/format.ts';
import { ListState } from '../parts/ListState.tsx';
import { OpenItem } from '../parts/OpenItem.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { VirtualTable, type TableColumn } from '../parts/VirtualTable.tsx';
import { useSignedIn, type Tenant } from '../session/session-context.ts';
import { useView } from '../shell/location.ts';
import { isDecidable } from './bulk-decision.ts';
import { BulkBar } from './BulkBar.tsx';
import { heldText } from '../parts/records-text.ts';
import { useConflicts, type ConflictFilter } from './use-conflicts.ts';
import { itemOf } from './use-next-conflict.ts';
import { useSelection, type Selection } from './use-selection.ts';

const useStyles = makeStyles({
  stacked: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export function ConflictTable({ tenant, filter }: { tenant: Tenant; filter: ConflictFilter }) {
  const view = useView();
  const { may } = useSignedIn();
  const conflicts = useConflicts(tenant, filter);
  const selection = useSelection();
  const isSelectable = filter.state === 'open' && may(endpoints.decideConflicts.role);
  const nothing =
    filter.state === 'open' ? (
      <EmptyState title="Nothing to decide" detail="No record of these imports waits for a decision." />
    ) : (
      <EmptyState title="Nothing was decided yet" detail="What people decide on held records is kept here." />
    );
  const selected = conflicts.data?.filter((item) => selection.has(itemOf(item))) ?? [];
  return (
    <>
      {isSelectable && (
        <BulkBar
          tenant={tenant}
          cases={selected}
          isEmpty={(conflicts.data ?? []).length === 0}
          clear={selection.clear}
        />
      )}
      <ListState query={conflicts} what="conflicts" empty={nothing}>
        {(items) => (
          <VirtualTable
            label={`${countOf(items.length, 'conflict')}${conflicts.loadMore ? ' and more' : ''}`}
            columns={isSelectable ? [selectColumn(items, selection), ...columns] : columns}
            items={items}
            keyOf={itemOf}
            isSelected={(item) => itemOf(item) === view.item}
            loadMore={conflicts.loadMore}
            isLoadingMore={conflicts.isLoadingMore}
          />
        )}
      </ListState>
    </>
  );
}

/** What is loaded of the list can be selected, one by one or all of it. */
function selectColumn(items: readonly HeldCase[], selection: Selection): TableColumn<HeldCase> {
  const keys = items.filter(isDecidable).map(itemOf);
  const marked = keys.filter((key) => selection.has(key)).length;
  return {
    key: 'select',
    header: (
      <Checkbox
        aria-label={`Select all ${formatNumber(keys.length)} listed conflicts`}
        checked={marked === 0 ? false : marked === keys.length ? true : 'mixed'}
        disabled={keys.length === 0}
        onChange={() => selection.toggleAll(keys)}
      />
    ),
    track: '2rem',
    cell: (item) => (
      <Checkbox
        aria-label={`Select ${namesOf(item)}`}
        checked={selection.has(itemOf(item))}
        disabled={!isDecidable(item)}
        onChange={() => selection.toggle(itemOf(item))}
      />
    ),
  };
}

const columns: readonly TableColumn<HeldCase>[] = [
  {
    key: 'records',
    header: 'Held records',
    track: 'minmax(9rem, 1.2fr)',
    isRowHeader: true,
    cell: (item) => <Records item={item} />,
  },
  { key: 'reason', header: 'Why', track: 'minmax(11rem, 2fr)', cell: (item) => item.reason },
  { key: 'candidates', header: 'May be', track: 'minmax(7rem, 1fr)', cell: (item) => <Candidates item={item} /> },
  {
    key: 'differing',
    header: 'Differ in',
    track: 'minmax(8rem, 1.2fr)',
    isOptional: true,
    cell: ({ differing }) => differing.map(({ field }) => formatWord(field)).join(', '),
  },
  {
    key: 'import',
    header: 'Import',
    track: 'minmax(7rem, 1fr)',
    isOptional: true,
    cell: ({ origin }) => <bdi>{origin.filename}</bdi>,
  },
  { key: 'state', header: 'Decision', track: '8rem', cell: (item) => <Decision item={item} /> },
];

function Records({ item }: { item: HeldCase }) {
  const styles = useStyles();
  return (
    <span className={styles.stacked}>
      <OpenItem item={itemOf(item)}>
        <bdi>{namesOf(item)}</bdi>
      </OpenItem>
      <span className={styles.quiet}>{heldText(item)}</span>
    </span>
  );
}

function namesOf(held: HeldCase): string {
  const names = [...new Set(held.things.map(({ name }) => name))].filter((name) => name !== '');
  const more = names.length > 3 ? ` and ${formatNumber(names.length - 3)} more` : '';
  return names.length === 0 ? heldText(held) : names.slice(0, 3).join(', ') + more;
}

function Candidates({ item: { candidates } }: { item: HeldCase }) {
  const assets = candidates.filter(({ asset_id: id }) => id !== null);
  if (assets.length === 0) return <>One another</>;
  return <bdi>{assets.map(({ name }) => name).join(', ')}</bdi>;
}

function Decision({ item: { decision } }: { item: HeldCase }) {
  const styles = useStyles();
  if (decision === null) return <StatusBadge status="open" />;
  return (
    <span className={styles.stacked}>
      <StatusBadge status="decided" word={formatWord(decision.action)} />
      <span className={styles.quiet}>
        by <bdi>{decision.decided_by}</bdi>
      </span>
    </span>
  );
}
