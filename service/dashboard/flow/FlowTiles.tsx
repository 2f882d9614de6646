import { makeStyles, tokens } from '@fluentui/react-components';
import { formatNumber } from '#shared/format.ts';
import { newestResult } from '#shared/pages/newest-result.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { inventoryResultSchema } from '#shared/schemas/inventory-result.schema.ts';
import type { FlowPhase } from '#shared/statuses.ts';
import { useConflictCounts } from '../conflicts/use-conflicts.ts';
import { useDebtSummary } from '../debt/use-debt.ts';
import { useGraphSummary } from '../graph/use-graph.ts';
import { noFilter } from '../shell/location.ts';
import { TileGroup, type Tile } from './TileGroup.tsx';
import type { FlowAddress } from './use-flow.ts';
import { useFindings, useTasks } from './use-flow-lists.ts';

const useStyles = makeStyles({
  groups: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXL, rowGap: tokens.spacingVerticalS },
});

/** What came of the flow, and what its engagement has now. */
export function FlowTiles({ address, flow }: { address: FlowAddress; flow: Flow }) {
  const styles = useStyles();
  const isDerived = flow.status !== 'cancelled' && hasEnded(flow, 'dependency_analysis');
  const ofImport = useImportTiles(address, flow);
  if (ofImport.length === 0) return null;
  return (
    <div className={styles.groups}>
      <TileGroup title="This import" tiles={ofImport} />
      {isDerived && <EngagementTiles address={address} hasDebts={hasEnded(flow, 'tech_debt_assessment')} />}
    </div>
  );
}

function hasEnded({ phases }: Flow, name: FlowPhase): boolean {
  return phases.some(({ phase, status }) => phase === name && status === 'completed');
}

function useImportTiles(address: FlowAddress, flow: Flow): Tile[] {
  const tasks = useTasks(address, flow);
  const findings = useFindings(address, flow);
  const counted = newestResult(tasks.data ?? [], 'asset_inventory');
  const inventory = counted && inventoryResultSchema.parse(counted);
  const found = findings.data?.length ?? 0;
  const hasInventory =
    inventory !== null ||
    (tasks.data === undefined &&
      flow.phases.some(
        ({ phase, status }) => phase === 'asset_inventory' && (status === 'completed' || status === 'waiting'),
      ));
  const conflicts = useConflictTile(address, flow);
  const tiles: Tile[] = [];
  if (found > 0 || hasEnded(flow, 'data_validation'))
    tiles.push({
      label: 'findings',
      figure: findings.data && `${formatNumber(found)}${findings.loadMore ? '+' : ''}`,
      opens: { tab: 'findings', kind: null },
    });
  // A withdrawn import has left nothing behind that could be listed.
  if (!hasInventory || flow.status === 'cancelled') return tiles;
  const isPreview = inventory?.is_preview ?? flow.status === 'waiting_for_approval';
  for (const kind of ['created', 'updated', 'unchanged'] as const)
    tiles.push({
      label: isPreview && kind !== 'unchanged' ? `assets to be ${kind}` : `assets ${kind}`,
      figure: inventory?.[kind],
      opens: { tab: 'assets', kind },
    });
  tiles.push({ label: 'assets missing', figure: inventory?.missing, opens: { tab: 'assets', kind: 'missing' } });
  return [...tiles, conflicts];
}

function useConflictTile({ tenant }: FlowAddress, flow: Flow): Tile {
  const { data } = useConflictCounts(tenant);
  const { open = 0, decided = 0 } = data?.imports.find((one) => one.data_import_id === flow.data_import_id) ?? {};
  const isDecided = open === 0 && decided > 0;
  return {
    label: isDecided ? 'conflicts decided' : 'conflicts to decide',
    figure: data && (isDecided ? decided : open),
    opens: {
      ...elsewhere(tenant),
      page: 'conflicts',
      dataImport: flow.data_import_id,
      decision: isDecided ? 'decided' : null,
    },
  };
}

/** What is derived from all assets of the engagement, whichever import it was that changed it last. */
function EngagementTiles({ address: { tenant }, hasDebts }: { address: FlowAddress; hasDebts: boolean }) {
  const graph = useGraphSummary(tenant).data;
  const debt = useDebtSummary(tenant).data;
  const counts = Object.values(debt?.summary?.by_kind ?? {});
  const dependencies: Tile = {
    label: 'dependencies',
    figure: graph === undefined ? undefined : (graph?.edges ?? 0),
    opens: { ...elsewhere(tenant), page: 'graph', tab: 'edges' },
  };
  const debts: Tile = {
    label: 'technical debts',
    figure: debt && counts.reduce((sum, count) => sum + count, 0),
    opens: { ...elsewhere(tenant), page: 'debt' },
  };
  return <TileGroup title="Engagement now" tiles={hasDebts ? [dependencies, debts] : [dependencies]} />;
}

function elsewhere({ clientAccountId: client, engagementId: engagement }: FlowAddress['tenant']) {
  return { ...noFilter, client, engagement };
}
