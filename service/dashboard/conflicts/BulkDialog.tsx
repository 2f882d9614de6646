import { MessageBarBody, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { ApiFailure } from '#shared/call-endpoint.ts';
import { countOf, formatNumber } from '#shared/format.ts';
import type { HeldCase } from '#shared/schemas/conflict.schema.ts';
import { UNTITLED } from '#shared/pages/untitled.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Progress } from '../parts/Progress.tsx';
import { TableSkeleton } from '../parts/TableSkeleton.tsx';
import type { Tenant } from '../session/session-context.ts';
import { RememberChoice } from './RememberChoice.tsx';
import { countDecisions, leftWords, requestsOf, wordsOf, type BulkAction } from './bulk-decision.ts';
import { useBulkDecision, useBulkPreview } from './use-bulk-decision.ts';

interface BulkDialogProps {
  tenant: Tenant;
  action: BulkAction;
  /** The selected conflicts; a merge leaves those alone that have no candidate or several. */
  cases: readonly HeldCase[];
  close: () => void;
  /** Called with how many were decided. */
  report: (decided: number) => void;
}

/** Says in numbers what deciding on many conflicts changes, before it is done, and how far it is meanwhile. */
export function BulkDialog({ tenant, action, cases, close, report }: BulkDialogProps) {
  const [remember, setRemember] = useState(false);
  const { deciding, decided } = useBulkDecision(tenant);
  // What is being decided leaves the list, and with it the selection, before it is all done.
  const requests = deciding.isPending ? deciding.variables.requests : requestsOf(action, cases);
  const preview = useBulkPreview(tenant, requests, deciding.isPending);
  const count = countDecisions(requests);
  const wanted = countDecisions(deciding.variables?.requests ?? []);
  const left = cases.length - count;
  const problem = deciding.error instanceof ApiFailure ? deciding.error.problem : null;
  const changed = problem?.code === 'conflict_changed' ? problem : null;
  return (
    <ConfirmDialog
      title={
        action === 'create'
          ? `Make new assets of ${countOf(count, 'conflict')}?`
          : `Merge ${countOf(count, 'conflict into its only candidate', 'conflicts into their only candidates')}?`
      }
      impact={preview.data === undefined ? [] : wordsOf(preview.data, requests.length)}
      confirmLabel={`Decide on ${formatNumber(count)}`}
      busyLabel="Deciding…"
      isBusy={deciding.isPending}
      isUnready={preview.data === undefined || preview.isError || count === 0}
      failure={changed !== null ? preview.error : (deciding.error ?? preview.error)}
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
      {changed !== null && (
        <Notice {...UNTITLED} intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{leftWords(decided, wanted, changed.detail)}</MessageBarBody>
        </Notice>
      )}
      {(deciding.isPending || deciding.isError) && wanted > 0 && (
        <Progress
          percentage={(100 * decided) / wanted}
          text={`${formatNumber(decided)} of ${countOf(wanted, 'conflict')} decided`}
          color={deciding.isError ? 'error' : 'brand'}
        />
      )}
    </ConfirmDialog>
  );
}
