import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Link,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { worstFirst } from '#shared/worst-first.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { FailureNotice } from '../shell/ErrorNotice.tsx';
import type { WorkbookPort } from '../workbook/workbook-port.ts';
import { FindingCells } from './FindingCells.tsx';
import { useCells } from './use-cells.ts';

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
  flow: Flow | null;
  workbook: WorkbookPort | null;
}

/** What the agents found, by rule and column; a click on a cell selects it in the workbook the flow is of. */
export function FindingList({ connection, flow, workbook }: FindingListProps) {
  const styles = useStyles();
  const done = phasesDone(flow);
  const query = useFindings(connection, flow?.flow_id ?? '', done);
  const cells = useCells(workbook, flow);
  if (done === 0) return null;
  const readAgain = (): void => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch());
  const read = (query.data?.pages ?? []).flatMap((page) => page.items);
  // Only once all are here, so that what is being read never jumps.
  const findings = query.hasNextPage ? read : worstFirst(read);
  return (
    <section aria-label="Findings">
      <Text as="h3" size={300} weight="semibold" style={{ margin: 0 }}>
        Findings
      </Text>
      {query.isSuccess && findings.length === 0 && (
        <Text block>
          {flow?.status === 'cancelled'
            ? 'What was found was taken back with the import.'
            : 'Nothing was found to complain about.'}
        </Text>
      )}
      {cells.elsewhere !== null && findings.some((finding) => finding.cells.length > 0) && (
        <Text size={200} block>
          These are cells of &quot;{cells.elsewhere}&quot;; in the pane of that workbook a click shows them.
        </Text>
      )}
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
              <FindingCells finding={finding} cells={cells} />
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
      {query.isError ? (
        <FailureNotice
          error={query.error}
          safe="The import itself is not affected."
          actions={[{ label: 'Try again', onClick: readAgain }]}
        />
      ) : (
        query.hasNextPage && <Link onClick={() => void query.fetchNextPage()}>Show more findings</Link>
      )}
    </section>
  );
}
