import { MessageBarBody } from '@fluentui/react-components';
import { countOf } from '#shared/format.ts';
import { UNTITLED } from '#shared/pages/untitled.ts';
import { Notice } from '../parts/Notice.tsx';
import { ViewLink } from '../parts/ViewLink.tsx';
import type { Tenant } from '../session/session-context.ts';
import { addressOf, noFilter, useView } from '../shell/location.ts';
import { useConflictCounts } from './use-conflicts.ts';

/** That the list below is not all: some records wait for somebody to say what they are. */
export function HeldNotice({ tenant }: { tenant: Tenant }) {
  const view = useView();
  const counts = useConflictCounts(tenant);
  const open = counts.data?.open ?? 0;
  if (open === 0) return null;
  return (
    <Notice {...UNTITLED} intent="warning">
      <MessageBarBody>
        Records of {countOf(open, 'conflict')} are held until somebody says which assets they are.{' '}
        <ViewLink address={addressOf(view, { ...noFilter, page: 'conflicts' })}>
          Decide {open === 1 ? 'it' : 'them'}
        </ViewLink>
      </MessageBarBody>
    </Notice>
  );
}
