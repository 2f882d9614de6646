import { countOf, formatNumber } from '#shared/format.ts';
import type { AssetSummary } from '#shared/schemas/asset.schema.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { formatWord } from '../parts/format.ts';
import { ListState } from '../parts/ListState.tsx';
import { OpenItem } from '../parts/OpenItem.tsx';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { VirtualTable, type TableColumn } from '../parts/VirtualTable.tsx';
import type { Tenant } from '../session/session-context.ts';
import { useView } from '../shell/location.ts';
import { useAssets, type AssetFilter } from './use-assets.ts';
import { fieldValueText } from './value-text.ts';

export function AssetTable({ tenant, filter }: { tenant: Tenant; filter: AssetFilter }) {
  const view = useView();
  const assets = useAssets(tenant, filter);
  const isFiltered = filter.assetClass !== null || filter.search !== null;
  const nothing = isFiltered ? (
    <EmptyState title="No asset fits" detail="No asset of this engagement has this class and this name or key." />
  ) : (
    <EmptyState title="No assets yet" detail="They are made when an import's mappings were approved." />
  );
  return (
    <ListState query={assets} what="assets" empty={nothing}>
      {(items) => (
        <VirtualTable
          label={`${countOf(items.length, 'asset')}${assets.loadMore ? ' and more' : ''}`}
          columns={columns}
          items={items}
          keyOf={(item) => item.asset_id}
          isSelected={(item) => item.asset_id === view.item}
          loadMore={assets.loadMore}
          isLoadingMore={assets.isLoadingMore}
        />
      )}
    </ListState>
  );
}

const columns: readonly TableColumn<AssetSummary>[] = [
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
    cell: (item) => fieldText(item, 'operating_system'),
  },
  {
    key: 'environment',
    header: 'Environment',
    track: '7rem',
    isOptional: true,
    cell: (item) => fieldText(item, 'environment'),
  },
  {
    key: 'parts',
    header: 'Parts',
    track: '3rem',
    isNumber: true,
    isOptional: true,
    cell: (item) => formatNumber(item.component_count),
  },
  { key: 'sources', header: 'Imports', track: '4rem', isNumber: true, cell: (item) => formatNumber(item.source_count) },
  {
    key: 'updated',
    header: 'Changed',
    track: '5.5rem',
    isOptional: true,
    cell: (item) => <RelativeTime iso={item.updated_at} />,
  },
];

function fieldText(item: AssetSummary, field: string) {
  const values = item.values.find((one) => one.field === field)?.values ?? [];
  return <bdi>{values.map((value) => fieldValueText(field, value)).join(', ')}</bdi>;
}
