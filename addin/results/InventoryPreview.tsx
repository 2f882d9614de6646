import { Link, makeStyles, Skeleton, SkeletonItem, Text, tokens } from '@fluentui/react-components';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { FailureNotice } from '../shell/ErrorNotice.tsx';
import { dashboardAddress } from './dashboard-address.ts';
import { Tiles } from './Tiles.tsx';
import { useInventoryCounts } from './use-inventory-counts.ts';

const useStyles = makeStyles({
  preview: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** What applying would change, in counts, while nothing of it is written; every change is listed on the dashboard. */
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
  const { created, updated, unchanged, conflicts, field_changes: values } = counts.data;
  return (
    <section className={styles.preview} aria-label="What applying changes">
      <Text weight="semibold">What applying changes</Text>
      <Tiles
        tiles={[
          ['assets to be created', created],
          ['assets to be updated', updated],
          ['values to be changed', values],
          ['assets unchanged', unchanged],
          ['conflicts', conflicts],
        ]}
      />
      <Link href={dashboardAddress(connection, flow.flow_id, { tab: 'assets' })} target="_blank" rel="noopener">
        See every change in the dashboard
      </Link>
    </section>
  );
}
