import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useMemo, useState, type ReactNode } from 'react';
import { splitAddress } from '#shared/cell-address.ts';
import { findingWords } from '#shared/finding-words.ts';
import type { Finding, Flow } from '#shared/schemas/flow.schema.ts';
import { worstFirst } from '#shared/worst-first.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { countOf, formatNumber } from '#shared/format.ts';
import { ListState } from '../parts/ListState.tsx';
import { OpenItem } from '../parts/OpenItem.tsx';
import { recordText } from '#shared/records-text.ts';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { VirtualTable, type TableColumn } from '../parts/VirtualTable.tsx';
import { addressOf, go, useView } from '../shell/location.ts';
import { FindingPanel } from './FindingPanel.tsx';
import { groupFindings, isHead, type FindingHead, type FindingLine, type GroupName } from './finding-groups.ts';
import { headerText } from './header-text.ts';
import type { FlowAddress } from './use-flow.ts';
import { useFindings } from './use-flow-lists.ts';

const CELLS_SHOWN = 3;

const useStyles = makeStyles({
  finding: {
    display: 'grid',
    gridTemplateColumns: 'minmax(4.75rem, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
  },
  rule: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  group: { fontWeight: tokens.fontWeightSemibold },
  count: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  notes: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
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
  const [unfolded, setUnfolded] = useState<ReadonlySet<GroupName>>(new Set());
  const toggle = (group: GroupName): void =>
    setUnfolded((before) => new Set([...before].filter((one) => one !== group).concat(before.has(group) ? [] : group)));
  const columns = useMemo(() => columnsFor(flow), [flow]);
  const opened = findings.data?.find((finding) => finding.finding_id === view.item);
  return (
    <ListState query={{ ...findings, data: sorted }} what="findings" empty={<NoFindings flow={flow} />}>
      {(items) => (
        <>
          <VirtualTable
            label={`${countOf(items.length, 'finding')}${findings.loadMore ? ' and more' : ''}`}
            columns={columns}
            items={isWhole ? groupFindings(items, unfolded) : items}
            keyOf={(line) => (isHead(line) ? `${line.head} ${line.title ?? ''}` : line.finding_id)}
            headOf={(line) =>
              isHead(line) ? <Head head={line} isOpen={unfolded.has(line.head)} toggle={toggle} /> : null
            }
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

interface HeadProps {
  head: FindingHead;
  isOpen: boolean;
  toggle(group: GroupName): void;
}

function Head({ head: { head, title, count }, isOpen, toggle }: HeadProps) {
  const styles = useStyles();
  if (title !== null)
    return (
      <span className={styles.group}>
        {title} <span className={styles.count}>{formatNumber(count)}</span>
      </span>
    );
  return (
    <Button
      appearance="subtle"
      size="small"
      className={styles.notes}
      icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
      aria-expanded={isOpen}
      onClick={() => toggle(head)}
    >
      {countOf(count, 'note')}
    </Button>
  );
}

const ofFinding =
  (cell: (finding: Finding) => ReactNode) =>
  (line: FindingLine): ReactNode =>
    isHead(line) ? null : cell(line);

const columnsFor = ({ sheet_name: sheet }: Flow): readonly TableColumn<FindingLine>[] => [
  {
    key: 'rule',
    header: 'Finding',
    track: 'minmax(15rem, 2.4fr)',
    isRowHeader: true,
    cell: ofFinding((finding) => <Rule finding={finding} />),
  },
  {
    key: 'column',
    header: 'Column',
    track: 'minmax(6rem, 1fr)',
    cell: ofFinding(({ source_field: field }) => (field === null ? 'Whole sheet' : <bdi>{headerText(field)}</bdi>)),
  },
  {
    key: 'count',
    header: 'Count',
    track: '4.5rem',
    isNumber: true,
    cell: ofFinding(({ count }) => formatNumber(count)),
  },
  {
    key: 'cells',
    header:
      sheet === null ? (
        'Cells'
      ) : (
        <>
          Cells of <bdi>{sheet}</bdi>
        </>
      ),
    track: 'minmax(8rem, 1.2fr)',
    cell: ofFinding((finding) => <Cells finding={finding} />),
  },
];

function Rule({ finding }: { finding: Finding }) {
  const styles = useStyles();
  return (
    <div className={styles.finding}>
      <StatusBadge status={finding.severity} />
      <div className={styles.rule}>
        <OpenItem item={finding.finding_id}>{findingWords(finding.code)}</OpenItem>
        <span className={styles.message}>
          <bdi>{finding.message}</bdi>
        </span>
      </div>
    </div>
  );
}

function Cells({ finding }: { finding: Finding }) {
  const styles = useStyles();
  const shown = finding.cells
    .slice(0, CELLS_SHOWN)
    .map((cell) => (cell.address === null ? recordText(cell.row_number, null) : splitAddress(cell.address).cells));
  if (shown.length === 0) return <>–</>;
  const rest = finding.count - shown.length;
  return <span className={styles.cells}>{shown.join(', ') + (rest > 0 ? ` and ${formatNumber(rest)} more` : '')}</span>;
}
