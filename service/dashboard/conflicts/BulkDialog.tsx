import { MessageBarBody, Text } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { ApiFailure } from '#shared/call-endpoint.ts';
import { countOf, formatNumber } from '#shared/format.ts';
import type { HeldCase } from '#shared/schemas/conflict.schema.ts';
import { UNTITLED } from '#shared/pages/untitled.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Progress } from '../parts/Progress.tsx';
import { TableSkeleton } from '../parts/TableSkeleton.tsx';
import { useAnnounced } from '../parts/use-announced.ts';
import type { Tenant } from '../session/session-context.ts';
import { RememberChoice } from './RememberChoice.tsx';
import { countDecisions, leftWords, requestsOf, undecidedOf, wordsOf, type BulkAction } from './bulk-decision.ts';
import { changesSince } from './changed-cases.ts';
import { useBulkDecision, useBulkPreview } from './use-bulk-decision.ts';
import { isChanged } from './use-conflicts.ts';

interface BulkDialogProps {
  tenant: Tenant;
  action: BulkAction;
  /** The selected conflicts as they are; a merge leaves those alone that have no candidate or several. */
  cases: readonly HeldCase[];
  close: () => void;
  /** Called with how many were decided. */
  report: (decided: number) => void;
}

/**
 * Says in numbers what deciding on many conflicts changes, before it is done, and how far it is meanwhile. What is decided
 * is what was asked about: where it was refused, the changes are shown, and it is asked anew about what is left.
 */
export function BulkDialog({ tenant, action, cases, close, report }: BulkDialogProps) {
  const [round, setRound] = useState({ number: 1, cases });
  const [remember, setRemember] = useState(false);
  const { deciding, decided } = useBulkDecision(tenant);
  const requests = useMemo(() => requestsOf(action, round.cases), [action, round]);
  const preview = useBulkPreview(tenant, requests, deciding.isPending || deciding.isError);
  const count = countDecisions(requests);
  const impact = preview.data === undefined ? [] : wordsOf(preview.data, requests.length);
  useAnnounced(String(round.number), preview.data === undefined ? null : impact.join(' '));
  const failure = deciding.error ?? (isChanged(preview.error) ? preview.error : null);
  if (failure !== null)
    return (
      <AskAgain
        failure={failure}
        decided={decided}
        wanted={count}
        changes={changesSince(undecidedOf(round.cases, requests, decided), cases)}
        left={countDecisions(requestsOf(action, cases))}
        ask={() => {
          deciding.reset();
          setRemember(false);
          setRound(({ number }) => ({ number: number + 1, cases }));
        }}
        close={close}
      />
    );
  const left = round.cases.length - count;
  return (
    <ConfirmDialog
      title={
        action === 'create'
          ? `Make new assets of ${countOf(count, 'conflict')}?`
          : `Merge ${countOf(count, 'conflict into its only candidate', 'conflicts into their only candidates')}?`
      }
      impact={impact}
      confirmLabel={`Decide on ${formatNumber(count)}`}
      busyLabel="Deciding…"
      isBusy={deciding.isPending}
      isUnready={preview.data === undefined || preview.isError || count === 0}
      failure={preview.error}
      confirm={() => deciding.mutate({ requests, remember }, { onSuccess: report })}
      close={close}
    >
      {preview.isPending && count > 0 && <TableSkeleton rows={2} label="Working out what would change" />}
      {left > 0 && !deciding.isPending && (
        <Text>
          {countOf(left, 'selected conflict stays', 'selected conflicts stay')} open: no candidate, or more than one.
        </Text>
      )}
      <RememberChoice isChosen={remember} isBusy={deciding.isPending} choose={setRemember} />
      {deciding.isPending && <DecidedOf decided={decided} wanted={count} />}
    </ConfirmDialog>
  );
}

interface AskAgainProps {
  failure: unknown;
  decided: number;
  wanted: number;
  /** What has become of the others, a line each. */
  changes: readonly string[];
  /** How many can still be decided so. */
  left: number;
  ask: () => void;
  close: () => void;
}

/** What was not decided, and why: nothing is decided from here before it was asked anew. */
function AskAgain({ failure, decided, wanted, changes, left, ask, close }: AskAgainProps) {
  const problem = failure instanceof ApiFailure ? failure.problem : null;
  const changed = problem?.code === 'conflict_changed' ? problem : null;
  return (
    <ConfirmDialog
      title="Look again before you decide"
      impact={changes}
      confirmLabel={`Ask again about ${formatNumber(left)}`}
      busyLabel=""
      isBusy={false}
      isUnready={left === 0}
      failure={changed === null ? failure : null}
      confirm={ask}
      close={close}
    >
      {left === 0 && <Text>None of the selected conflicts can be decided so any more.</Text>}
      {changed !== null && (
        <Notice {...UNTITLED} intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{leftWords(decided, wanted, changed.detail)}</MessageBarBody>
        </Notice>
      )}
      <DecidedOf decided={decided} wanted={wanted} color="error" />
    </ConfirmDialog>
  );
}

function DecidedOf({
  decided,
  wanted,
  color = 'brand',
}: {
  decided: number;
  wanted: number;
  color?: 'brand' | 'error';
}) {
  return (
    <Progress
      percentage={(100 * decided) / wanted}
      text={`${formatNumber(decided)} of ${countOf(wanted, 'conflict')} decided`}
      color={color}
    />
  );
}
