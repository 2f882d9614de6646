import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  type BadgeProps,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { skipToken, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { formatWord } from '#shared/field-label.ts';
import { ownDirection } from '#shared/own-direction.ts';
import { useStageChange } from '#shared/pages/use-stage-change.ts';
import type { Finding, Flow } from '#shared/schemas/flow.schema.ts';
import type { FindingSeverity } from '#shared/statuses.ts';
import { worstFirst } from '#shared/worst-first.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { FailureNotice } from '../shell/ErrorNotice.tsx';
import { ShowMore } from '../shell/ShowMore.tsx';
import type { WorkbookPort } from '../workbook/workbook-port.ts';
import { FindingCells } from './FindingCells.tsx';
import { useCells } from './use-cells.ts';

const badges = {
  error: { color: 'danger', word: 'Error' },
  warning: { color: 'warning', word: 'Warning' },
  info: { color: 'informative', word: 'Note' },
} as const;

/** A severity of a later service is shown by its name. */
function badgeOf(severity: FindingSeverity): { color: NonNullable<BadgeProps['color']>; word: string } {
  return Object.hasOwn(badges, severity) ? badges[severity] : { color: 'warning', word: formatWord(severity) };
}

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

/** Whether an agent has ended its phase, or shown what it would do and waits: findings come with that. */
function mayHaveFindings(flow: Flow): boolean {
  return flow.phases.some(
    ({ phase, status }) => phase !== 'waiting_for_approval' && (status === 'completed' || status === 'waiting'),
  );
}

/** They go when the import is withdrawn, which is a stage like others. */
export function useFindings(connection: PaneConnection, flow: Flow | null) {
  const queries = useQueryClient();
  const queryKey = ['findings', flow?.flow_id];
  useStageChange(flow, () => void queries.invalidateQueries({ queryKey }));
  return useInfiniteQuery({
    queryKey,
    queryFn:
      flow === null || !mayHaveFindings(flow)
        ? skipToken
        : ({ pageParam }) =>
            fetchEndpoint(connection, endpoints.listFindings, {
              params: { flow_id: flow.flow_id },
              query: { limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) },
            }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** It quotes the header of its column. */
function messageOf({ message, source_field: header }: Finding): string {
  return header === null ? message : message.replaceAll(`"${header}"`, () => `"${ownDirection(header)}"`);
}

interface FindingListProps {
  connection: PaneConnection;
  flow: Flow | null;
  workbook: WorkbookPort | null;
}

/** What the agents found, by rule and column; a click on a cell selects it in the workbook the flow is of. */
export function FindingList({ connection, flow, workbook }: FindingListProps) {
  const styles = useStyles();
  const list = useRef<HTMLElement>(null);
  const query = useFindings(connection, flow);
  const cells = useCells(workbook, flow);
  if (flow === null || !mayHaveFindings(flow)) return null;
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
          {flow.withdrawal !== null
            ? 'What was found was taken back with the import.'
            : 'Nothing was found to complain about.'}
        </Text>
      )}
      {cells.elsewhere !== null && findings.some((finding) => finding.cells.length > 0) && (
        <Text size={200} block>
          These are cells of &quot;{ownDirection(cells.elsewhere)}&quot;; in the pane of that workbook a click shows
          them.
        </Text>
      )}
      <div ref={(around) => void (list.current = around?.querySelector<HTMLElement>('.fui-Accordion') ?? null)}>
        <Accordion multiple collapsible>
          {findings.map((finding) => (
            <AccordionItem key={finding.finding_id} value={finding.finding_id}>
              <AccordionHeader
                size="small"
                button={{ className: styles.button }}
                expandIcon={{ className: styles.chevron }}
              >
                <span className={styles.header}>
                  <Badge appearance="tint" className={styles.badge} color={badgeOf(finding.severity).color}>
                    {badgeOf(finding.severity).word}
                  </Badge>
                  <Text size={200}>{messageOf(finding)}</Text>
                </span>
              </AccordionHeader>
              <AccordionPanel>
                <FindingCells finding={finding} cells={cells} />
              </AccordionPanel>
            </AccordionItem>
          ))}
        </Accordion>
      </div>
      {query.isError && (
        <FailureNotice
          error={query.error}
          safe="The import itself is not affected."
          actions={[{ label: 'Try again', onClick: readAgain }]}
        />
      )}
      <ShowMore
        list={list}
        shown={findings.length}
        one="finding"
        label={query.hasNextPage && !query.isError ? 'Show more findings' : null}
        onMore={() => void query.fetchNextPage()}
      />
    </section>
  );
}
