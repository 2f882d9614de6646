import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Skeleton,
  SkeletonItem,
  Text,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { ownDirection } from '#shared/own-direction.ts';
import { columnStanding } from '#shared/pages/column-standing.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { LOOK_ONLY, useAccess } from '../connect/access.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { FindingList, useFindings } from '../findings/FindingList.tsx';
import type { ReviewGroup } from '../mapping/review-state.ts';
import { DashboardLink } from '../shell/DashboardLink.tsx';
import { FailureNotice } from '../shell/ErrorNotice.tsx';
import type { WorkbookPort } from '../workbook/workbook-port.ts';
import { flowAddress } from '#shared/pages/dashboard-link.ts';
import { FilledNotice } from './FilledNotice.tsx';
import { inventoryAdvice, type InventoryCounts } from './inventory-counts.ts';
import { resultTiles } from './result-tiles.ts';
import { SaveButtons } from './SaveButtons.tsx';
import { StoredLine } from './StoredLine.tsx';
import { Tiles, type Tile } from './Tiles.tsx';
import { useConflictStanding, type ConflictStanding } from './use-conflict-standing.ts';
import { useInventoryCounts } from './use-inventory-counts.ts';
import { useResultNews } from './use-result-news.ts';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  icon: { fontSize: tokens.fontSizeBase600, color: tokens.colorPaletteGreenForeground1 },
  advice: { whiteSpace: 'normal', overflowWrap: 'anywhere', paddingBlock: tokens.spacingVerticalS },
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
});

export interface ResultsProps {
  connection: PaneConnection;
  flow: Flow;
  workbook: WorkbookPort | null;
  /** Whether the page can save files; a pane within Excel cannot everywhere. */
  canSave: boolean;
  /** Asks before it withdraws. */
  onWithdraw(): void;
  /** Back to the columns of which this was decided. */
  onMappings(group: ReviewGroup): void;
}

/** What came of the import, in counts, and what needs somebody. */
export function ResultsStep({ connection, flow, workbook, canSave, onWithdraw, onMappings }: ResultsProps) {
  const styles = useStyles();
  const findingList = useRef<HTMLDivElement>(null);
  const mappings = useQuery({
    queryKey: ['decided-mappings', flow.data_import_id],
    queryFn: () =>
      fetchEndpoint(connection, endpoints.listFieldMappings, { params: { data_import_id: flow.data_import_id } }),
  });
  const findings = useFindings(connection, flow);
  const inventory = useInventoryCounts(connection, flow.flow_id);
  const conflicts = useConflictStanding(connection, flow.data_import_id);
  useResultNews(flow, inventory.data, conflicts.data?.open);
  // What cannot be read again stays as it was read.
  const failed = [mappings, inventory, conflicts].find((query) => query.isLoadingError);
  if (failed)
    return (
      <FailureNotice
        error={failed.error}
        safe="The import is stored and complete."
        actions={[{ label: 'Try again', onClick: () => void failed.refetch() }]}
      />
    );
  // What was read at a stage before is no count of now.
  const found = findings.isRefetchError ? undefined : findings.data?.pages.flatMap((page) => page.items);
  // The list of findings says itself that they cannot be read.
  const isAsked = found !== undefined || findings.isFetched;
  if (!mappings.data || !isAsked || inventory.data === undefined || conflicts.data === undefined) {
    return (
      <Skeleton aria-label="Reading the results">
        <SkeletonItem size={128} />
      </Skeleton>
    );
  }
  const columns = mappings.data.items;
  const mapped = columns.filter((column) => columnStanding(column, { isApproved: true }) === 'approved').length;
  return (
    <>
      <div className={styles.head}>
        <CheckmarkCircleFilled className={styles.icon} aria-hidden />
        <Text as="h3" size={400} weight="semibold" style={{ margin: 0 }}>
          Import completed
        </Text>
      </div>
      <Text size={200} style={{ overflowWrap: 'anywhere' }}>
        {ownDirection(flow.filename)}
        {flow.sheet_name ? ` · ${flow.sheet_name}` : ''}
      </Text>
      {inventory.data !== null && <Advice counts={inventory.data} conflicts={conflicts.data} />}
      <FilledNotice connection={connection} dataImportId={flow.data_import_id} />
      <CountTiles
        connection={connection}
        flow={flow}
        inventory={inventory.data}
        conflicts={conflicts.data}
        findings={found && { count: found.length, isPart: findings.hasNextPage }}
        onFindings={() => findingList.current?.focus()}
      />
      <StoredLine
        connection={connection}
        flow={flow}
        mapped={mapped}
        leftOut={columns.length - mapped}
        onMappings={onMappings}
      />
      <Acts connection={connection} flow={flow} canSave={canSave} onWithdraw={onWithdraw} />
      <div ref={findingList} tabIndex={-1}>
        <FindingList connection={connection} flow={flow} workbook={workbook} />
      </div>
    </>
  );
}

interface CountTilesProps extends Pick<ResultsProps, 'connection' | 'flow'> {
  inventory: InventoryCounts | null;
  conflicts: ConflictStanding;
  /** Undefined: they could not be read. */
  findings: { count: number; isPart: boolean } | undefined;
  onFindings(): void;
}

function CountTiles({ connection, flow, inventory, conflicts, findings, onFindings }: CountTilesProps) {
  const listed = (count: number, isPart: boolean): Tile => ({
    label: isPart ? 'findings and more' : count === 1 ? 'finding' : 'findings',
    figure: count,
    opens: { onClick: onFindings },
  });
  const counted = { connection, flowId: flow.flow_id, dataImportId: flow.data_import_id };
  return (
    <Tiles
      tiles={resultTiles(counted, {
        inventory,
        conflicts,
        findings: findings === undefined ? [] : [listed(findings.count, findings.isPart)],
      })}
    />
  );
}

function Advice({ counts, conflicts }: { counts: InventoryCounts; conflicts: ConflictStanding }) {
  const styles = useStyles();
  const advice = inventoryAdvice(counts, conflicts);
  if (advice.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody className={styles.advice}>
        <MessageBarTitle>Some of it needs you</MessageBarTitle>
        {advice.map((sentence) => (
          <Text key={sentence} block>
            {sentence}
          </Text>
        ))}
      </MessageBarBody>
    </MessageBar>
  );
}

function Acts({
  connection,
  flow,
  canSave,
  onWithdraw,
}: Pick<ResultsProps, 'connection' | 'flow' | 'canSave' | 'onWithdraw'>) {
  const styles = useStyles();
  const { mayChange } = useAccess();
  return (
    <div className={styles.acts}>
      <DashboardLink href={flowAddress(connection, flow.flow_id)}>Open in the dashboard</DashboardLink>
      {mayChange ? (
        <Button size="small" onClick={onWithdraw}>
          Withdraw import
        </Button>
      ) : (
        <Text size={200}>{LOOK_ONLY}</Text>
      )}
      {canSave && <SaveButtons connection={connection} flowId={flow.flow_id} />}
    </div>
  );
}
