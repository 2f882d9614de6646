import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  Skeleton,
  SkeletonItem,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { DashboardLink } from '../shell/DashboardLink.tsx';
import { FailureNotice } from '../shell/ErrorNotice.tsx';
import { ChangedAssets } from './ChangedAssets.tsx';
import { flowAddress } from '#shared/pages/dashboard-link.ts';
import { UNTITLED } from '#shared/pages/untitled.ts';
import { sheetWarning, type InventoryCounts } from './inventory-counts.ts';
import { resultTiles } from './result-tiles.ts';
import { Tiles, type Tile } from './Tiles.tsx';
import { useInventoryCounts } from './use-inventory-counts.ts';

const useStyles = makeStyles({
  preview: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  warning: { whiteSpace: 'normal', overflowWrap: 'anywhere', paddingBlock: tokens.spacingVerticalS },
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
  const warning = sheetWarning(counts.data, 'shown');
  const tiles = resultTiles(
    { connection, flowId: flow.flow_id, dataImportId: flow.data_import_id },
    { inventory: counts.data, conflicts: null },
  );
  return (
    <section className={styles.preview} aria-label="Changes to be applied">
      <Text as="h3" weight="semibold" style={{ margin: 0 }}>
        Changes to be applied
      </Text>
      {warning !== null && (
        <MessageBar {...UNTITLED} intent="warning" layout="multiline">
          <MessageBarBody className={styles.warning}>{warning}</MessageBarBody>
        </MessageBar>
      )}
      <Tiles tiles={[...tiles, ...valueTile(counts.data)]} />
      {counts.data.created > 0 && <ChangedAssets connection={connection} flowId={flow.flow_id} kind="created" />}
      {counts.data.updated > 0 && <ChangedAssets connection={connection} flowId={flow.flow_id} kind="updated" />}
      <DashboardLink href={flowAddress(connection, flow.flow_id, { tab: 'assets' })}>
        See every change in the dashboard
      </DashboardLink>
    </section>
  );
}

/** The first import of a sheet mostly finds nothing to change. */
const valueTile = ({ field_changes: figure, listed_last: before }: InventoryCounts): Tile[] =>
  figure === 0 && before === 0 ? [] : [{ label: 'values to be changed', figure }];
