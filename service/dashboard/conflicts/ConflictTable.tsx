import { Checkbox, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { endpoints } from '#shared/endpoints.ts';
import { sentence } from '#shared/field-label.ts';
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
import { heldText } from '#shared/records-text.ts';
import { heldNames } from './held-names.ts';
import { nothingWords } from './nothing-words.ts';
import { useConflicts, type ConflictFilter } from './use-conflicts.ts';
import { candidateNames } from './told-apart.ts';
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
      <ListState query={conflicts} what="conflicts" empty={<EmptyState {...nothingWords[filter.state]} />}>
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
        aria-label={`Select ${heldNames(item)}`}
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
    track: 'minmax(6rem, 0.8fr)',
    isOptional: true,
    cell: ({ differing }) => <FieldCount fields={differing.map(({ field }) => field)} />,
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
        <bdi>{heldNames(item)}</bdi>
      </OpenItem>
      <span className={styles.quiet}>{sentence(heldText(item))}</span>
    </span>
  );
}

/** Their names while they fit on a line, else how many they are; the names on hover, on focus, and to readers. */
function FieldCount({ fields }: { fields: readonly string[] }) {
  const names = fields.map(formatWord).join(', ');
  if (fields.length < 2) return <>{names}</>;
  return (
    <Tooltip content={names} relationship="description" positioning="below">
      <span tabIndex={0}>{countOf(fields.length, 'field')}</span>
    </Tooltip>
  );
}

function Candidates({ item: { candidates } }: { item: HeldCase }) {
  const assets = candidates.filter(({ asset_id: id }) => id !== null);
  if (assets.length === 0) return <>One another</>;
  return <bdi>{candidateNames(assets)}</bdi>;
}

function Decision({ item: { decision } }: { item: HeldCase }) {
  const styles = useStyles();
  if (decision === null) return <StatusBadge status="open" />;
  const isAskedAgain = decision.action === 'asked_again';
  return (
    <span className={styles.stacked}>
      <StatusBadge status={isAskedAgain ? 'asked_again' : 'decided'} word={formatWord(decision.action)} />
      <span className={styles.quiet}>
        {isAskedAgain ? 'in' : 'by'} <bdi>{decision.decided_by}</bdi>
      </span>
    </span>
  );
}
