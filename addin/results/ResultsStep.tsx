import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Skeleton,
  SkeletonItem,
  Text,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { columnStanding } from '#shared/column-standing.ts';
import { endpoints } from '#shared/endpoints.ts';
import { countOf } from '#shared/format.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { LOOK_ONLY, useAccess } from '../connect/access.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { FindingList, phasesDone, useFindings } from '../findings/FindingList.tsx';
import type { ReviewGroup } from '../mapping/review-state.ts';
import { DashboardButton, DashboardLink } from '../shell/DashboardLink.tsx';
import { FailureNotice } from '../shell/ErrorNotice.tsx';
import type { WorkbookPort } from '../workbook/workbook-port.ts';
import { conflictsAddress, dashboardAddress } from './dashboard-address.ts';
import { inventoryAdvice, type InventoryCounts } from './inventory-counts.ts';
import { inventoryTiles } from './result-tiles.ts';
import { SaveButtons } from './SaveButtons.tsx';
import { Tiles } from './Tiles.tsx';
import { useInventoryCounts } from './use-inventory-counts.ts';
import { useResultNews } from './use-result-news.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  icon: { fontSize: tokens.fontSizeBase600, color: tokens.colorPaletteGreenForeground1 },
  advice: { whiteSpace: 'normal', overflowWrap: 'anywhere', paddingBlock: tokens.spacingVerticalS },
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
});

interface ResultsProps {
  connection: PaneConnection;
  flow: Flow;
  workbook: WorkbookPort | null;
  /** Whether the page can save files; a pane within Excel cannot everywhere. */
  canSave: boolean;
  onWithdrawn(): void;
  /** Back to the columns of which this was decided. */
  onMappings(group: ReviewGroup): void;
}

/** What came of the import, in counts, and what needs somebody. */
export function ResultsStep({ connection, flow, workbook, canSave, onWithdrawn, onMappings }: ResultsProps) {
  const styles = useStyles();
  const findingList = useRef<HTMLDivElement>(null);
  const mappings = useQuery({
    queryKey: ['decided-mappings', flow.data_import_id],
    queryFn: () =>
      fetchEndpoint(connection, endpoints.listFieldMappings, { params: { data_import_id: flow.data_import_id } }),
  });
  const findings = useFindings(connection, flow.flow_id, phasesDone(flow));
  const inventory = useInventoryCounts(connection, flow.flow_id);
  useResultNews(flow, inventory.data);
  const failed = [mappings, inventory].find((query) => query.isError);
  if (failed)
    return (
      <FailureNotice
        error={failed.error}
        safe="The import is stored and complete."
        actions={[{ label: 'Try again', onClick: () => void failed.refetch() }]}
      />
    );
  const found = findings.data?.pages.flatMap((page) => page.items);
  // The list of findings says itself that they cannot be read.
  const isAsked = found !== undefined || findings.isFetched;
  if (!mappings.data || !isAsked || inventory.data === undefined) {
    return (
      <Skeleton aria-label="Reading the results">
        <SkeletonItem size={128} />
      </Skeleton>
    );
  }
  const columns = mappings.data.items;
  const counted = { connection, flowId: flow.flow_id, dataImportId: flow.data_import_id };
  const mapped = columns.filter((column) => columnStanding(column, true) === 'approved').length;
  return (
    <>
      <div className={styles.head}>
        <CheckmarkCircleFilled className={styles.icon} aria-hidden />
        <Text as="h3" size={400} weight="semibold" style={{ margin: 0 }}>
          Import completed
        </Text>
      </div>
      <Text size={200} style={{ overflowWrap: 'anywhere' }}>
        {flow.filename}
        {flow.sheet_name ? ` · ${flow.sheet_name}` : ''}
      </Text>
      {inventory.data !== null && (
        <Advice counts={inventory.data} conflicts={conflictsAddress(connection, flow.data_import_id)} />
      )}
      <Tiles
        tiles={[
          ...(inventory.data === null ? [] : inventoryTiles(counted, inventory.data)),
          ...(found === undefined
            ? []
            : [
                {
                  label: findings.hasNextPage ? 'findings and more' : 'findings',
                  figure: found.length,
                  opens: { onClick: () => findingList.current?.focus() },
                },
              ]),
          {
            label: 'rows stored',
            figure: flow.total_records,
            opens: { href: dashboardAddress(connection, flow.flow_id, { tab: 'records' }) },
          },
          { label: 'columns mapped', figure: mapped, opens: { onClick: () => onMappings('approved') } },
          {
            label: 'columns left out',
            figure: columns.length - mapped,
            opens: { onClick: () => onMappings('left_out') },
          },
        ]}
      />
      <Acts connection={connection} flow={flow} canSave={canSave} onWithdrawn={onWithdrawn} />
      <div ref={findingList} tabIndex={-1}>
        <FindingList connection={connection} flow={flow} workbook={workbook} />
      </div>
    </>
  );
}

function Advice({ counts, conflicts }: { counts: InventoryCounts; conflicts: string }) {
  const styles = useStyles();
  const advice = inventoryAdvice(counts);
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
      {counts.conflicts > 0 && (
        <MessageBarActions>
          <DashboardButton href={conflicts}>Decide {countOf(counts.conflicts, 'conflict')}</DashboardButton>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function Acts({
  connection,
  flow,
  canSave,
  onWithdrawn,
}: Pick<ResultsProps, 'connection' | 'flow' | 'canSave' | 'onWithdrawn'>) {
  const styles = useStyles();
  const [isAsking, setIsAsking] = useState(false);
  const { mayChange } = useAccess();
  return (
    <div className={styles.acts}>
      <DashboardLink href={dashboardAddress(connection, flow.flow_id)}>Open in the dashboard</DashboardLink>
      {mayChange ? (
        <Button size="small" onClick={() => setIsAsking(true)}>
          Withdraw import
        </Button>
      ) : (
        <Text size={200}>{LOOK_ONLY}</Text>
      )}
      {canSave && <SaveButtons connection={connection} flowId={flow.flow_id} />}
      {isAsking && (
        <WithdrawDialog
          connection={connection}
          flow={flow}
          onClose={() => setIsAsking(false)}
          onWithdrawn={onWithdrawn}
        />
      )}
    </div>
  );
}
