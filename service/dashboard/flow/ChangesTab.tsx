import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Fragment, useMemo } from 'react';
import { sentence } from '#shared/field-label.ts';
import { countOf, formatNumber } from '#shared/format.ts';
import { mainValues } from '#shared/pages/main-values.ts';
import type { AssetChangeView } from '#shared/schemas/asset.schema.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { assetChangeKinds, type AssetChangeKind } from '#shared/statuses.ts';
import { ChangedValue, ChangeList } from '../assets/ChangeList.tsx';
import { useConflictCounts } from '../conflicts/use-conflicts.ts';
import { recordsText, type HeaderRow } from '#shared/records-text.ts';
import { changeFiles } from '../parts/export-groups.ts';
import { ExportMenu } from '../parts/ExportMenu.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Facts } from '../parts/Facts.tsx';
import { formatWord } from '../parts/format.ts';
import { ListState } from '../parts/ListState.tsx';
import { OpenItem } from '../parts/OpenItem.tsx';
import { SidePanel } from '../parts/SidePanel.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { ViewLink } from '../parts/ViewLink.tsx';
import { useListAnnounced } from '../parts/use-list-announced.ts';
import { VirtualTable, type TableColumn } from '../parts/VirtualTable.tsx';
import { Choice } from '../scope/ScopeFilter.tsx';
import { addressOf, go, noFilter, useView } from '../shell/location.ts';
import { takenBack } from './taken-back.ts';
import type { FlowAddress } from './use-flow.ts';
import { useAssetChanges, useHeaderRow } from './use-flow-lists.ts';

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minHeight: 0, flexGrow: 1 },
  filter: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
});

/** What the import did, or would do, to each asset, while that stands. */
export function ChangesTab({ address, flow }: { address: FlowAddress; flow: Flow }) {
  const gone = takenBack(flow);
  return gone === null ? <Changes address={address} flow={flow} /> : <EmptyState {...gone} />;
}

function Changes({ address, flow }: { address: FlowAddress; flow: Flow }) {
  const styles = useStyles();
  const view = useView();
  const kind = assetChangeKinds.find((one) => one === view.kind) ?? null;
  const changes = useAssetChanges(address, flow, kind);
  useListAnnounced(kind, changes, { none: 'No such change', count: (count) => countOf(count, 'asset change') });
  const isPreview = flow.status === 'waiting_for_approval' && flow.current_phase === 'asset_inventory';
  const { data: counts } = useConflictCounts(address.tenant);
  const decided = counts?.imports.find((one) => one.data_import_id === flow.data_import_id)?.decided ?? 0;
  const headerRow = useHeaderRow(address.tenant, flow.data_import_id);
  const columns = useMemo(() => columnsFor(headerRow), [headerRow]);
  const opened = changes.data?.find((change) => keyOf(change) === view.item);
  return (
    <div className={styles.tab}>
      <div className={styles.filter}>
        <Choice
          label="Change"
          anyLabel="All changes"
          value={kind}
          names={assetChangeKinds}
          wordFor={(word) => (word === 'conflict' ? 'Held' : formatWord(word))}
          choose={(chosen) => go(addressOf(view, { kind: chosen, item: null }), 'replace')}
        />
        <ExportMenu tenant={address.tenant} groups={[changeFiles(address.flowId, kind)]} />
      </div>
      {decided > 0 && (
        <Text size={200}>
          What was decided on conflicts after the inventory was written is not among these changes.{' '}
          <ViewLink
            address={addressOf(view, {
              ...noFilter,
              client: address.tenant.clientAccountId,
              engagement: address.tenant.engagementId,
              page: 'conflicts',
              dataImport: flow.data_import_id,
              decision: 'decided',
            })}
          >
            {countOf(decided, 'decided conflict')}
          </ViewLink>
        </Text>
      )}
      <ListState query={changes} what="asset changes" empty={<NoChanges kind={kind} />}>
        {(items) => (
          <>
            <VirtualTable
              label={`${countOf(items.length, 'asset change')}${changes.loadMore ? ' and more' : ''}`}
              columns={columns}
              items={items}
              keyOf={keyOf}
              isSelected={(change) => change === opened}
              loadMore={changes.loadMore}
              isLoadingMore={changes.isLoadingMore}
            />
            {opened && (
              <ChangePanel
                address={address}
                change={opened}
                headerRow={headerRow}
                isWritten={!isPreview}
                close={() => go(addressOf(view, { item: null }), 'replace')}
              />
            )}
          </>
        )}
      </ListState>
    </div>
  );
}

function keyOf({ conflict_id: conflict, asset_id: asset, row_numbers: rows }: AssetChangeView): string {
  return `${asset ?? conflict ?? ''} ${rows[0] ?? ''}`;
}

function NoChanges({ kind }: { kind: AssetChangeKind | null }) {
  return kind === null ? (
    <EmptyState title="No changes" detail="They are listed when the asset inventory of this flow has run." />
  ) : (
    <EmptyState title="No such change" detail="This import changed no asset in this way." />
  );
}

/** Of an asset to be created: as many as one line holds. */
const MAIN_VALUES = 4;

const columnsFor = (headerRow: HeaderRow): readonly TableColumn<AssetChangeView>[] => [
  {
    key: 'name',
    header: 'Asset',
    track: 'minmax(8rem, 1.2fr)',
    cell: (change) => (
      <OpenItem item={keyOf(change)}>
        <bdi>{change.name === '' ? sentence(recordsText(change.row_numbers, { headerRow })) : change.name}</bdi>
      </OpenItem>
    ),
  },
  { key: 'kind', header: 'Change', track: '7rem', cell: (change) => <StatusBadge status={change.kind} /> },
  {
    key: 'class',
    header: 'Class',
    track: '8rem',
    isOptional: true,
    cell: (change) => formatWord(change.asset_class),
  },
  {
    key: 'fields',
    header: 'Values',
    track: 'minmax(10rem, 2fr)',
    cell: (change) => <Values change={change} />,
  },
  { key: 'rows', header: 'Records', track: '4.5rem', isNumber: true, cell: (change) => formatNumber(change.row_count) },
];

function Values({ change }: { change: AssetChangeView }) {
  if (change.kind === 'created') return <CreatedValues change={change} />;
  if (change.kind === 'missing')
    return `Last listed in ${lastFile(change)}${change.namesake_id === null ? '' : ' · a new asset has the same name'}`;
  return change.changes.map((one, at) => (
    <Fragment key={one.field}>
      {at > 0 && ' · '}
      <ChangedValue {...one} />
    </Fragment>
  ));
}

/** Those of a preview; once the asset is there it has them itself, and they are counted. */
function CreatedValues({ change }: { change: AssetChangeView }) {
  const main = mainValues(change, MAIN_VALUES);
  if (main.length === 0) return change.value_count === null ? null : countOf(change.value_count, 'value');
  return main.map(({ field, text }, at) => (
    <Fragment key={field}>
      {at > 0 && ' · '}
      <bdi>{text}</bdi>
    </Fragment>
  ));
}

const lastFile = ({ last_listed_by: last }: AssetChangeView): string => last?.filename ?? 'an import that is gone';

interface ChangePanelProps {
  address: FlowAddress;
  change: AssetChangeView;
  headerRow: HeaderRow;
  /** Whether an asset to be created is there already. */
  isWritten: boolean;
  close: () => void;
}

function ChangePanel({ address: { tenant, flowId }, change, headerRow, isWritten, close }: ChangePanelProps) {
  const view = useView();
  const scope = { ...noFilter, client: tenant.clientAccountId, engagement: tenant.engagementId };
  const item = change.asset_id ?? `${flowId}/${change.conflict_id ?? ''}`;
  const page = change.asset_id === null ? 'conflicts' : 'assets';
  return (
    <SidePanel title={change.name === '' ? 'Asset' : change.name} close={close}>
      <Facts
        facts={[
          ['Change', <StatusBadge key="kind" status={change.kind} />],
          ['Class', formatWord(change.asset_class)],
          ...(change.kind === 'missing'
            ? [['Last listed in', lastFile(change)] as const]
            : [['From', sentence(recordsText(change.row_numbers, { headerRow }))] as const]),
          ...(change.decided_by === null ? [] : [['Decided by', change.decided_by] as const]),
        ]}
      />
      <ChangeList changes={change.changes} />
      {change.namesake_id !== null && (
        <Text>
          A new asset of this import has the same name: probably it is the same machine with another serial number.{' '}
          <ViewLink address={addressOf(view, { ...scope, page: 'assets', item: change.namesake_id })}>
            Open the new asset
          </ViewLink>
        </Text>
      )}
      {change.kind === 'created' && !isWritten ? (
        <Text>The asset is created when the changes are applied.</Text>
      ) : (
        <ViewLink address={addressOf(view, { ...scope, page, item })}>
          {change.asset_id === null ? 'Open the conflict' : 'Open the asset as it is now'}
        </ViewLink>
      )}
    </SidePanel>
  );
}
