import { Button } from '@fluentui/react-components';
import { countOf, formatNumber } from '#shared/format.ts';
import type { AssetSummary } from '#shared/schemas/asset.schema.ts';
import type { AssetSort } from '#shared/statuses.ts';
import { fieldValueText } from '#shared/value-text.ts';
import { wholeSystemText } from './whole-system.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { formatWord } from '../parts/format.ts';
import { ListState } from '../parts/ListState.tsx';
import { OpenItem } from '../parts/OpenItem.tsx';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { VirtualTable, type TableColumn } from '../parts/VirtualTable.tsx';
import type { Tenant } from '../session/session-context.ts';
import { addressOf, go, useView } from '../shell/location.ts';
import { AssetTotal } from './AssetTotal.tsx';
import { narrowedWords, type AssetFilter } from './asset-filter.ts';
import { useAssets } from './use-assets.ts';

interface AssetTableProps {
  tenant: Tenant;
  filter: AssetFilter;
  sort: AssetSort;
}

/** Assets in order of names. No index carries another order: what changed last is listed by its flow. */
export function AssetTable({ tenant, filter, sort }: AssetTableProps) {
  const view = useView();
  const assets = useAssets(tenant, filter, sort);
  const narrowed = narrowedWords(filter);
  const nothing =
    narrowed === '' ? (
      <EmptyState title="No assets yet" detail="They are made when an import's mappings were approved." />
    ) : (
      <EmptyState title="No matching assets" detail={`No asset of this engagement has ${narrowed}.`}>
        <Button
          onClick={() => go(addressOf(view, { assetClass: null, environment: null, dataImport: null, search: null }))}
        >
          Clear filters
        </Button>
      </EmptyState>
    );
  const listed = assets.isOld ? undefined : assets.loadMore ? null : assets.data?.length;
  return (
    <>
      <AssetTotal tenant={tenant} filter={filter} listed={listed} />
      <ListState query={assets} what="assets" empty={nothing}>
        {(items) => (
          <VirtualTable
            label={`${countOf(items.length, 'asset')}${assets.loadMore ? ' and more' : ''}`}
            columns={columnsFor(items)}
            sort={{
              key: 'name',
              direction: sort === 'name' ? 'ascending' : 'descending',
              turn: () => go(addressOf(view, { sort: sort === 'name' ? '-name' : null }), 'replace'),
            }}
            items={items}
            keyOf={(item) => item.asset_id}
            isSelected={(item) => item.asset_id === view.item}
            loadMore={assets.loadMore}
            isLoadingMore={assets.isLoadingMore}
          />
        )}
      </ListState>
    </>
  );
}

/** Serial numbers stand where no asset that is listed has parts. */
const columnsFor = (items: readonly AssetSummary[]): readonly TableColumn<AssetSummary>[] => [
  ...mainColumns,
  items.every(({ component_count: parts }) => parts === 0) ? serialColumn : partsColumn,
  ...lastColumns,
];

const mainColumns: readonly TableColumn<AssetSummary>[] = [
  {
    key: 'name',
    header: 'Asset',
    track: 'minmax(8.5rem, 1.5fr)',
    cell: (item) => (
      <OpenItem item={item.asset_id}>
        <bdi>{item.name === '' ? item.asset_id : item.name}</bdi>
      </OpenItem>
    ),
  },
  { key: 'class', header: 'Class', track: '7.5rem', cell: (item) => formatWord(item.asset_class) },
  { key: 'ip', header: 'IP address', track: 'minmax(7rem, 1fr)', cell: (item) => fieldText(item, 'ip_address') },
  {
    key: 'system',
    header: 'Operating system',
    track: 'minmax(9rem, 1.5fr)',
    cell: (item) => <bdi>{wholeSystemText(valuesOf(item, 'operating_system'), valuesOf(item, 'os_version'))}</bdi>,
  },
  {
    key: 'environment',
    header: 'Environment',
    track: 'minmax(6rem, 0.7fr)',
    isOptional: true,
    cell: (item) => fieldText(item, 'environment'),
  },
];

const partsColumn: TableColumn<AssetSummary> = {
  key: 'parts',
  header: 'Parts',
  track: '3rem',
  isNumber: true,
  isOptional: true,
  cell: (item) => formatNumber(item.component_count),
};

const serialColumn: TableColumn<AssetSummary> = {
  key: 'serial',
  header: 'Serial number',
  track: 'minmax(6.25rem, 1fr)',
  isOptional: true,
  cell: (item) => fieldText(item, 'serial_number'),
};

const lastColumns: readonly TableColumn<AssetSummary>[] = [
  { key: 'sources', header: 'Imports', track: '4rem', isNumber: true, cell: (item) => formatNumber(item.source_count) },
  {
    key: 'updated',
    header: 'Last import',
    track: '5.5rem',
    isOptional: true,
    cell: (item) => <RelativeTime iso={item.updated_at} />,
  },
];

function fieldText(item: AssetSummary, field: string) {
  const text = valuesOf(item, field).map((value) => fieldValueText(field, value));
  return <bdi>{text.join(', ')}</bdi>;
}

function valuesOf(item: AssetSummary, field: string) {
  return item.values.find((one) => one.field === field)?.values ?? [];
}
