import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { findingWords } from '#shared/finding-words.ts';
import type { Finding, Flow } from '#shared/schemas/flow.schema.ts';
import { worstFirst } from '#shared/worst-first.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { countOf, formatNumber } from '#shared/format.ts';
import { ListState } from '../parts/ListState.tsx';
import { OpenItem } from '../parts/OpenItem.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { VirtualTable, type TableColumn } from '../parts/VirtualTable.tsx';
import { addressOf, go, useView } from '../shell/location.ts';
import { FindingPanel } from './FindingPanel.tsx';
import { headerText } from './header-text.ts';
import type { FlowAddress } from './use-flow.ts';
import { useFindings } from './use-flow-lists.ts';

const CELLS_SHOWN = 4;

const useStyles = makeStyles({
  rule: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  message: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  cells: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

export function FindingsTab({ address, flow }: { address: FlowAddress; flow: Flow }) {
  const view = useView();
  const findings = useFindings(address, flow);
  const { data, loadMore, isError } = findings;
  // Only once all are here, so that rows never jump.
  const isWhole = loadMore === undefined && !isError;
  const sorted = useMemo(() => (data && isWhole ? worstFirst(data) : data), [data, isWhole]);
  const opened = findings.data?.find((finding) => finding.finding_id === view.item);
  return (
    <ListState query={{ ...findings, data: sorted }} what="findings" empty={<NoFindings flow={flow} />}>
      {(items) => (
        <>
          <VirtualTable
            label={`${countOf(items.length, 'finding')}${findings.loadMore ? ' and more' : ''}`}
            columns={columns}
            items={items}
            keyOf={(finding) => finding.finding_id}
            isSelected={(finding) => finding === opened}
            loadMore={findings.loadMore}
            isLoadingMore={findings.isLoadingMore}
          />
          {opened && <FindingPanel finding={opened} close={() => go(addressOf(view, { item: null }), 'replace')} />}
        </>
      )}
    </ListState>
  );
}

/** "None found" is only said when the rows were looked at. */
function NoFindings({ flow }: { flow: Flow }) {
  const validation = flow.phases.find((phase) => phase.phase === 'data_validation');
  return validation?.status === 'completed' ? (
    <EmptyState title="No findings" detail={`Data validation checked ${countOf(validation.rows_done, 'row')}.`} />
  ) : (
    <EmptyState title="Not checked yet" detail="Findings appear when data validation has finished." />
  );
}

const columns: readonly TableColumn<Finding>[] = [
  {
    key: 'severity',
    header: 'Severity',
    track: '6.5rem',
    cell: (finding) => <StatusBadge status={finding.severity} />,
  },
  {
    key: 'rule',
    header: 'Rule',
    track: 'minmax(12rem, 2fr)',
    isRowHeader: true,
    cell: (finding) => <Rule finding={finding} />,
  },
  {
    key: 'column',
    header: 'Column',
    track: 'minmax(6rem, 1fr)',
    cell: ({ source_field: field }) => (field === null ? 'Whole sheet' : <bdi>{headerText(field)}</bdi>),
  },
  { key: 'count', header: 'Count', track: '4.5rem', isNumber: true, cell: ({ count }) => formatNumber(count) },
  { key: 'cells', header: 'Cells', track: 'minmax(8rem, 1.2fr)', cell: (finding) => <Cells finding={finding} /> },
];

function Rule({ finding }: { finding: Finding }) {
  const styles = useStyles();
  return (
    <div className={styles.rule}>
      <OpenItem item={finding.finding_id}>{findingWords(finding.code)}</OpenItem>
      <span className={styles.message}>
        <bdi>{finding.message}</bdi>
      </span>
    </div>
  );
}

function Cells({ finding }: { finding: Finding }) {
  const styles = useStyles();
  const shown = finding.cells
    .slice(0, CELLS_SHOWN)
    .map((cell) => cell.address ?? `record ${formatNumber(cell.row_number)}`);
  if (shown.length === 0) return <>–</>;
  const rest = finding.count - shown.length;
  return <span className={styles.cells}>{shown.join(', ') + (rest > 0 ? ` and ${formatNumber(rest)} more` : '')}</span>;
}
