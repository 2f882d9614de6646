import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Button,
  Link,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { splitAddress } from '#shared/cell-address.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Finding, Flow } from '#shared/schemas/flow.schema.ts';
import { worstFirst } from '#shared/worst-first.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { FailureNotice } from '../shell/ErrorNotice.tsx';
import { countOf } from '#shared/format.ts';
import type { WorkbookPort } from '../workbook/workbook-port.ts';

const CELLS_SHOWN = 12;
const badges = {
  error: { color: 'danger', word: 'Error' },
  warning: { color: 'warning', word: 'Warning' },
  info: { color: 'informative', word: 'Note' },
} as const;

const useStyles = makeStyles({
  button: { alignItems: 'start', paddingLeft: 0, paddingRight: 0 },
  badge: { justifySelf: 'start' },
  chevron: { height: 'auto', paddingTop: tokens.spacingVerticalS, paddingRight: tokens.spacingHorizontalXS },
  header: {
    display: 'grid',
    // As wide as the longest word, so that messages begin in one line.
    gridTemplateColumns: 'minmax(4rem, auto) 1fr',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
    textAlign: 'start',
    paddingBlock: tokens.spacingVerticalXS,
  },
  cells: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, paddingBottom: tokens.spacingVerticalS },
  cell: { minWidth: 0, maxWidth: '100%' },
  named: {
    minWidth: 0,
    maxWidth: '100%',
    paddingBlock: tokens.spacingVerticalXXS,
    paddingInline: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  value: {
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    maxWidth: '8rem',
    display: 'inline-block',
    verticalAlign: 'bottom',
  },
});

/**
 * Findings come with each phase that is done, and with one that has shown what it would do and waits, which counts for half;
 * they go when the import is withdrawn.
 */
export function phasesDone(flow: Flow | null): number {
  const agents = flow?.phases.filter(({ phase }) => phase !== 'waiting_for_approval') ?? [];
  const completed = agents.filter(({ status }) => status === 'completed').length;
  return agents.some(({ status }) => status === 'waiting') ? completed + 0.5 : completed;
}

export function useFindings(connection: PaneConnection, flowId: string, done: number) {
  return useInfiniteQuery({
    queryKey: ['findings', flowId, done],
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      fetchEndpoint(connection, endpoints.listFindings, {
        params: { flow_id: flowId },
        query: { limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
    enabled: done > 0,
  });
}

interface FindingListProps {
  connection: PaneConnection;
  flowId: string;
  workbook: WorkbookPort | null;
  /** `phasesDone`; before the first there is nothing to ask for. */
  phasesDone: number;
}

/** What the agents found, by rule and column; a click on a cell selects it in Excel. */
export function FindingList({ connection, flowId, workbook, phasesDone: done }: FindingListProps) {
  const styles = useStyles();
  const query = useFindings(connection, flowId, done);
  if (done === 0) return null;
  if (query.isError) return <FailureNotice error={query.error} safe="The import itself is not affected." />;
  const read = (query.data?.pages ?? []).flatMap((page) => page.items);
  // Only once all are here, so that what is being read never jumps.
  const findings = query.hasNextPage ? read : worstFirst(read);
  return (
    <section aria-label="Findings">
      <Text as="h3" size={300} weight="semibold" style={{ margin: 0 }}>
        Findings
      </Text>
      {query.isSuccess && findings.length === 0 && <Text block>Nothing was found to complain about.</Text>}
      <Accordion multiple collapsible>
        {findings.map((finding) => (
          <AccordionItem key={finding.finding_id} value={finding.finding_id}>
            <AccordionHeader
              size="small"
              button={{ className: styles.button }}
              expandIcon={{ className: styles.chevron }}
            >
              <span className={styles.header}>
                <Badge appearance="tint" className={styles.badge} color={badges[finding.severity].color}>
                  {badges[finding.severity].word}
                </Badge>
                <Text size={200}>{finding.message}</Text>
              </span>
            </AccordionHeader>
            <AccordionPanel>
              <Cells finding={finding} workbook={workbook} />
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
      {query.hasNextPage && <Link onClick={() => void query.fetchNextPage()}>Show more findings</Link>}
    </section>
  );
}

function Cells({ finding, workbook }: { finding: Finding; workbook: WorkbookPort | null }) {
  const styles = useStyles();
  const [shown, setShown] = useState(CELLS_SHOWN);
  if (finding.cells.length === 0) return <Text size={200}>It concerns the column as a whole.</Text>;
  return (
    <div className={styles.cells}>
      {finding.cells.slice(0, shown).map((cell) => (
        <Cell key={cell.row_number} cell={cell} workbook={workbook} />
      ))}
      {shown < finding.cells.length && (
        <Link onClick={() => setShown(shown + 50)}>Show more of {countOf(finding.count, 'cell')}</Link>
      )}
      {shown >= finding.cells.length && finding.count > finding.cells.length && (
        <Text size={200}>
          … and {countOf(finding.count - finding.cells.length, 'more cell', 'more cells')}; the first{' '}
          {finding.cells.length} are listed.
        </Text>
      )}
    </div>
  );
}

/** A way to the cell in Excel; elsewhere there is nothing to go to, so it is only named. */
function Cell({ cell, workbook }: { cell: Finding['cells'][number]; workbook: WorkbookPort | null }) {
  const styles = useStyles();
  const { address } = cell;
  const words = (
    <>
      {address ?? `Record ${cell.row_number}`}&nbsp;<span className={styles.value}>{cell.value}</span>
    </>
  );
  if (workbook?.kind !== 'excel' || address === null)
    return (
      <Text size={200} className={styles.named}>
        {words}
      </Text>
    );
  return (
    <Button size="small" className={styles.cell} onClick={() => void goTo(workbook, address)}>
      {words}
    </Button>
  );
}

async function goTo(workbook: WorkbookPort, address: string): Promise<void> {
  const { sheetName, cells } = splitAddress(address);
  await workbook.selectCell(sheetName, cells);
}
