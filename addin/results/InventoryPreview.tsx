import { makeStyles, Skeleton, SkeletonItem, Text, tokens } from '@fluentui/react-components';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { DashboardLink } from '../shell/DashboardLink.tsx';
import { FailureNotice } from '../shell/ErrorNotice.tsx';
import { ChangedAssets } from './ChangedAssets.tsx';
import { dashboardAddress } from './dashboard-address.ts';
import { inventoryTiles } from './result-tiles.ts';
import { Tiles } from './Tiles.tsx';
import { useInventoryCounts } from './use-inventory-counts.ts';

const useStyles = makeStyles({
  preview: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** What applying would change, in counts and asset by asset, while nothing of it is written; every change is listed on the dashboard. */
export function InventoryPreview({ connection, flow }: { connection: PaneConnection; flow: Flow }) {
  const styles = useStyles();
  const counts = useInventoryCounts(connection, flow.flow_id, 'shown');
  if (counts.isError)
    return (
      <FailureNotice
        error={counts.error}
        safe="Nothing was written to the inventory."
        actions={[{ label: 'Try again', onClick: () => void counts.refetch() }]}
      />
    );
  if (counts.data === undefined)
    return (
      <Skeleton aria-label="Reading what would change">
        <SkeletonItem size={96} />
      </Skeleton>
    );
  if (counts.data === null) return null;
  const tiles = inventoryTiles(
    { connection, flowId: flow.flow_id, dataImportId: flow.data_import_id },
    counts.data,
    'shown',
  );
  return (
    <section className={styles.preview} aria-label="What applying changes">
      <Text as="h3" weight="semibold" style={{ margin: 0 }}>
        What applying changes
      </Text>
      <Tiles tiles={[...tiles, { label: 'values to be changed', figure: counts.data.field_changes }]} />
      {counts.data.created > 0 && <ChangedAssets connection={connection} flowId={flow.flow_id} kind="created" />}
      {counts.data.updated > 0 && <ChangedAssets connection={connection} flowId={flow.flow_id} kind="updated" />}
      <DashboardLink href={dashboardAddress(connection, flow.flow_id, { tab: 'assets' })}>
        See every change in the dashboard
      </DashboardLink>
    </section>
  );
}
