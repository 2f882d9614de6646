import { assetSorts } from '#shared/statuses.ts';
import { assetFiles, findingFiles } from '../parts/export-groups.ts';
import { ExportMenu } from '../parts/ExportMenu.tsx';
import { EngagementPage } from '../scope/ScopedPage.tsx';
import type { Tenant } from '../session/session-context.ts';
import { addressOf, go, useView } from '../shell/location.ts';
import { HeldNotice } from '../conflicts/HeldNotice.tsx';
import { assetFilterOf } from './asset-filter.ts';
import { AssetFilters } from './AssetFilters.tsx';
import { AssetPanel } from './AssetPanel.tsx';
import { AssetTable } from './AssetTable.tsx';

/** What the imports of an engagement came to: its assets, each value with the cell it came from. */
export function AssetsPage() {
  const view = useView();
  return (
    <EngagementPage
      title="Assets"
      why="Assets belong to their engagement; none sees another's."
      filters={(tenant) => <AssetFilters tenant={tenant} />}
      acts={(tenant) => <ExportMenu tenant={tenant} groups={[assetFiles(assetFilterOf(view)), findingFiles]} />}
    >
      {(tenant) => <EngagementAssets tenant={tenant} />}
    </EngagementPage>
  );
}

function EngagementAssets({ tenant }: { tenant: Tenant }) {
  const view = useView();
  const sort = assetSorts.find((one) => one === view.sort) ?? 'name';
  return (
    <>
      <HeldNotice tenant={tenant} />
      <AssetTable tenant={tenant} filter={assetFilterOf(view)} sort={sort} />
      {view.item !== null && (
        <AssetPanel tenant={tenant} assetId={view.item} close={() => go(addressOf(view, { item: null }), 'replace')} />
      )}
    </>
  );
}
