import { Link, makeStyles, Skeleton, SkeletonItem, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { FindingList, useFindings } from '../findings/FindingList.tsx';
import { FailureNotice } from '../shell/ErrorNotice.tsx';
import type { WorkbookPort } from '../workbook/workbook-port.ts';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  icon: { fontSize: tokens.fontSizeBase600, color: tokens.colorPaletteGreenForeground1 },
  tiles: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalS, margin: 0 },
  tile: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  figure: { margin: 0, fontSize: tokens.fontSizeBase600, fontWeight: tokens.fontWeightSemibold },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface ResultsProps {
  connection: PaneConnection;
  flow: Flow;
  workbook: WorkbookPort | null;
}

/** What came of the import, in counts that lead to what they count. */
export function ResultsStep({ connection, flow, workbook }: ResultsProps) {
  const styles = useStyles();
  const mappings = useQuery({
    queryKey: ['decided-mappings', flow.data_import_id],
    queryFn: () =>
      fetchEndpoint(connection, endpoints.listFieldMappings, { params: { data_import_id: flow.data_import_id } }),
  });
  const findings = useFindings(connection, flow.flow_id, true);
  if (mappings.isError)
    return (
      <FailureNotice
        error={mappings.error}
        safe="The import is stored and complete."
        actions={[{ label: 'Try again', onClick: () => void mappings.refetch() }]}
      />
    );
  if (!mappings.data || !findings.data) {
    return (
      <Skeleton aria-label="Reading the results">
        <SkeletonItem size={128} />
      </Skeleton>
    );
  }
  const approved = mappings.data.items.filter(
    (mapping) => mapping.status === 'approved' && mapping.target_field !== null,
  ).length;
  const found = findings.data.pages.flatMap((page) => page.items).length;
  const dashboard = `/dashboard/?${new URLSearchParams({ flow: flow.flow_id, flow_client: connection.clientAccountId, flow_engagement: connection.engagementId }).toString()}`;
  return (
    <>
      <div className={styles.head}>
        <CheckmarkCircleFilled className={styles.icon} aria-hidden />
        <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>
          Import completed
        </Text>
      </div>
      <Text size={200}>
        {flow.filename}
        {flow.sheet_name ? ` · ${flow.sheet_name}` : ''}
      </Text>
      <dl className={styles.tiles}>
        <Tile figure={flow.total_records} label="rows stored" />
        <Tile figure={approved} label="columns mapped" />
        <Tile figure={mappings.data.items.length - approved} label="columns left out" />
        <Tile figure={found} label={findings.hasNextPage ? 'findings and more' : 'findings'} />
      </dl>
      <Link href={dashboard} target="_blank" rel="noopener">
        Open in the dashboard
      </Link>
      <FindingList connection={connection} flowId={flow.flow_id} workbook={workbook} isReady />
    </>
  );
}

function Tile({ figure, label }: { figure: number; label: string }) {
  const styles = useStyles();
  return (
    <div className={styles.tile}>
      <dd className={styles.figure}>{figure.toLocaleString('en-US')}</dd>
      <dt className={styles.label}>{label}</dt>
    </div>
  );
}
