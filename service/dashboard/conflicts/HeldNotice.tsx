import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { countOf } from '#shared/format.ts';
import { ViewLink } from '../parts/ViewLink.tsx';
import type { Tenant } from '../session/session-context.ts';
import { addressOf, noFilter, useView } from '../shell/location.ts';
import { useConflictCounts } from './use-conflicts.ts';

// Of a full page the list below gives way.
const useStyles = makeStyles({ notice: { flexShrink: 0 } });

/** That the list below is not all: some records wait for somebody to say what they are. */
export function HeldNotice({ tenant }: { tenant: Tenant }) {
  const styles = useStyles();
  const view = useView();
  const counts = useConflictCounts(tenant);
  const open = counts.data?.open ?? 0;
  if (open === 0) return null;
  return (
    <MessageBar intent="warning" className={styles.notice}>
      <MessageBarBody>
        Records of {countOf(open, 'conflict')} are held until somebody says which assets they are.{' '}
        <ViewLink address={addressOf(view, { ...noFilter, page: 'conflicts' })}>
          Decide {open === 1 ? 'it' : 'them'}
        </ViewLink>
      </MessageBarBody>
    </MessageBar>
  );
}
