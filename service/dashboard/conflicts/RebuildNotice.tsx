import { Button, MessageBarActions, MessageBarBody, useRestoreFocusTarget } from '@fluentui/react-components';
import { useContext, useState } from 'react';
import { countOf } from '#shared/format.ts';
import { ownDirection } from '#shared/own-direction.ts';
import type { ConflictOrigin } from '#shared/schemas/conflict.schema.ts';
import { isOpen } from '#shared/statuses.ts';
import { UNTITLED } from '#shared/pages/untitled.ts';
import { actWords, impactOfRebuild } from '../flow/flow-acts.ts';
import { useFlowAct } from '../flow/use-flow-acts.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { formatWord } from '../parts/format.ts';
import { Notice } from '../parts/Notice.tsx';
import { Announce } from '../parts/use-announced.ts';
import { ViewLink } from '../parts/ViewLink.tsx';
import { useSignedIn, type Tenant } from '../session/session-context.ts';
import { addressOf, noFilter, useView } from '../shell/location.ts';
import { useConflictCounts } from './use-conflicts.ts';

/** That what is derived from the assets does not know the latest decisions yet, and the button that changes this. */
export function RebuildNotice({ tenant }: { tenant: Tenant }) {
  const { may } = useSignedIn();
  const announce = useContext(Announce);
  const [asked, setAsked] = useState<ConflictOrigin | null>(null);
  const restore = useRestoreFocusTarget();
  const counts = useConflictCounts(tenant);
  const { awaiting_rebuild: waiting = 0, imports = [] } = counts.data ?? {};
  const open = imports.find(({ flow_status: status }) => isOpen(status));
  const latest = imports.findLast(({ flow_status: status, decided }) => status === 'completed' && decided > 0);
  return (
    <>
      {waiting > 0 && (
        <Notice {...UNTITLED} intent="info">
          <MessageBarBody>
            {countOf(waiting, 'decision is', 'decisions are')} in the assets, but not yet in dependencies and technical
            debt. {open !== undefined && <OpenFlow tenant={tenant} flow={open} />}
          </MessageBarBody>
          {open === undefined && latest !== undefined && may(actWords.rebuild.role) && (
            <MessageBarActions>
              <Button {...restore} size="small" onClick={() => setAsked(latest)}>
                {actWords.rebuild.label}
              </Button>
            </MessageBarActions>
          )}
        </Notice>
      )}
      {/* Beside the notice, which goes before the answer comes. */}
      {asked !== null && <RebuildDialog tenant={tenant} flow={asked} close={() => setAsked(null)} report={announce} />}
    </>
  );
}

/** A flow that is open derives them at its end, and nothing can be rebuilt before. */
function OpenFlow({ tenant, flow }: { tenant: Tenant; flow: ConflictOrigin }) {
  const view = useView();
  const address = addressOf(view, {
    ...noFilter,
    page: 'flows',
    flow: flow.flow_id,
    flowClient: tenant.clientAccountId,
    flowEngagement: tenant.engagementId,
  });
  return (
    <>
      They follow with the flow of <ViewLink address={address}>{ownDirection(flow.filename)}</ViewLink>, which is{' '}
      {formatWord(flow.flow_status).toLowerCase()}.
    </>
  );
}

interface RebuildProps {
  tenant: Tenant;
  flow: ConflictOrigin;
  close: () => void;
  /** Called with what was done, in words. */
  report: (outcome: string) => void;
}

function RebuildDialog({ tenant, flow, close, report }: RebuildProps) {
  const rebuild = useFlowAct({ tenant, flowId: flow.flow_id });
  const { title, confirmLabel, busyLabel } = actWords.rebuild;
  return (
    <ConfirmDialog
      title={title(flow.filename)}
      impact={impactOfRebuild}
      confirmLabel={confirmLabel}
      busyLabel={busyLabel}
      isBusy={rebuild.isPending}
      failure={rebuild.error}
      confirm={() =>
        rebuild.mutate('rebuild', {
          onSuccess: () => {
            close();
            report('Rebuilding…');
          },
        })
      }
      close={close}
    />
  );
}
