import { makeStyles, tokens } from '@fluentui/react-components';
import { formatNumber } from '#shared/format.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { useConflictCounts } from '../conflicts/use-conflicts.ts';
import { ViewLink } from '../parts/ViewLink.tsx';
import { addressOf, noFilter, useView, type View } from '../shell/location.ts';
import { flowCounts } from './flow-counts.ts';
import type { FlowAddress } from './use-flow.ts';
import { useFindings, useTasks } from './use-flow-lists.ts';

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(7.5rem, 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  tile: {
    boxSizing: 'border-box',
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  figure: {
    color: tokens.colorBrandForegroundLink,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
});

interface Tile {
  label: string;
  figure: string;
  opens: Partial<View>;
}

/** What came of the flow; every figure opens the list of what it counts. */
export function FlowTiles({ address, flow }: { address: FlowAddress; flow: Flow }) {
  const styles = useStyles();
  const view = useView();
  const tiles = useTiles(address, flow);
  if (tiles.length === 0) return null;
  return (
    // All of them fill the page; a lone figure does not stretch over it.
    <ul className={styles.tiles} style={{ maxWidth: `${tiles.length * 15}rem` }} aria-label="What came of it">
      {tiles.map(({ label, figure, opens }) => (
        <li key={label}>
          <ViewLink className={styles.tile} address={addressOf(view, { item: null, ...opens })}>
            <span className={styles.figure}>{figure}</span> {label}
          </ViewLink>
        </li>
      ))}
    </ul>
  );
}

function useTiles(address: FlowAddress, flow: Flow): Tile[] {
  const tasks = useTasks(address, flow);
  const findings = useFindings(address, flow);
  const conflicts = useConflictCounts(address.tenant);
  const { inventory, edges, debts } = flowCounts(tasks.data ?? []);
  const { clientAccountId: client, engagementId: engagement } = address.tenant;
  const elsewhere = { ...noFilter, client, engagement };
  const tiles: Tile[] = [];
  if ((findings.data?.length ?? 0) > 0)
    tiles.push({
      label: 'findings',
      figure: `${formatNumber(findings.data?.length ?? 0)}${findings.loadMore ? '+' : ''}`,
      opens: { tab: 'findings', kind: null },
    });
  // A withdrawn import has left nothing behind that could be listed.
  if (inventory === null || flow.status === 'cancelled') return tiles;
  for (const kind of ['created', 'updated', 'unchanged'] as const)
    tiles.push({
      label: inventory.is_preview && kind !== 'unchanged' ? `assets to be ${kind}` : `assets ${kind}`,
      figure: formatNumber(inventory[kind]),
      opens: { tab: 'assets', kind },
    });
  const held = conflicts.data?.imports.find((one) => one.data_import_id === flow.data_import_id);
  const isDecided = held !== undefined && held.open === 0 && held.decided > 0;
  tiles.push({
    label: isDecided ? 'conflicts decided' : 'conflicts to decide',
    figure: formatNumber((isDecided ? held.decided : held?.open) ?? 0),
    opens: {
      ...elsewhere,
      page: 'conflicts',
      dataImport: flow.data_import_id,
      decision: isDecided ? 'decided' : null,
    },
  });
  if (edges !== null)
    tiles.push({
      label: 'dependencies',
      figure: formatNumber(edges),
      opens: { ...elsewhere, page: 'graph', tab: 'edges' },
    });
  if (debts !== null)
    tiles.push({ label: 'debts', figure: formatNumber(debts), opens: { ...elsewhere, page: 'debt' } });
  return tiles;
}
