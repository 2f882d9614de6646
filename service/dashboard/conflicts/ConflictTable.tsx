import { makeStyles, tokens } from '@fluentui/react-components';
import { countOf, formatNumber } from '#shared/format.ts';
import type { HeldCase } from '#shared/schemas/conflict.schema.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { formatWord } from '../parts/format.ts';
import { ListState } from '../parts/ListState.tsx';
import { OpenItem } from '../parts/OpenItem.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { VirtualTable, type TableColumn } from '../parts/VirtualTable.tsx';
import type { Tenant } from '../session/session-context.ts';
import { useView } from '../shell/location.ts';
import { rowsText } from './side-words.ts';
import { useConflicts, type ConflictFilter } from './use-conflicts.ts';

const useStyles = makeStyles({
  stacked: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export function ConflictTable({ tenant, filter }: { tenant: Tenant; filter: ConflictFilter }) {
  const view = useView();
  const conflicts = useConflicts(tenant, filter);
  const nothing =
    filter.state === 'open' ? (
      <EmptyState title="Nothing to decide" detail="Every record of these imports has its place in the inventory." />
    ) : (
      <EmptyState title="Nothing was decided yet" detail="What people decide on held records is kept here." />
    );
  return (
    <ListState query={conflicts} what="conflicts" empty={nothing}>
      {(items) => (
        <VirtualTable
          label={`${countOf(items.length, 'conflict')}${conflicts.loadMore ? ' and more' : ''}`}
          columns={columns}
          items={items}
          keyOf={itemOf}
          isSelected={(item) => itemOf(item) === view.item}
          loadMore={conflicts.loadMore}
          isLoadingMore={conflicts.isLoadingMore}
        />
      )}
    </ListState>
  );
}

function itemOf({ origin, conflict_id }: HeldCase): string {
  return `${origin.flow_id}/${conflict_id}`;
}

const columns: readonly TableColumn<HeldCase>[] = [
  {
    key: 'records',
    header: 'Held records',
    track: 'minmax(9rem, 1.2fr)',
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
  const names = [...new Set(item.things.map(({ name }) => name))].filter((name) => name !== '');
  return (
    <span className={styles.stacked}>
      <OpenItem item={itemOf(item)}>
        <bdi>{names.length === 0 ? rowsText(item.row_numbers) : names.slice(0, 3).join(', ')}</bdi>
        {names.length > 3 && ` and ${formatNumber(names.length - 3)} more`}
      </OpenItem>
      <span className={styles.quiet}>{rowsText(item.row_numbers)}</span>
    </span>
  );
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
