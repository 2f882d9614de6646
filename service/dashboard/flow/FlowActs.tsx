import {
  Button,
  Toast,
  ToastTitle,
  Toaster,
  useId,
  useRestoreFocusTarget,
  useToastController,
} from '@fluentui/react-components';
import { useState } from 'react';
import { endpoints } from '#shared/endpoints.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { isOpen } from '#shared/statuses.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { countOf } from '#shared/format.ts';
import { formatWord } from '../parts/format.ts';
import { useSignedIn } from '../session/session-context.ts';
import type { FlowAddress } from './use-flow.ts';
import { useFlowActs } from './use-flow-acts.ts';

/** What may be done to this flow as it stands, by this key. */
export function FlowActs({ address, flow }: { address: FlowAddress; flow: Flow }) {
  const { may } = useSignedIn();
  const [asked, setAsked] = useState<'resume' | 'delete' | null>(null);
  const acts = useFlowActs(address);
  const restore = useRestoreFocusTarget();
  const toasterId = useId('acts');
  const { dispatchToast } = useToastController(toasterId);
  const close = (): void => {
    setAsked(null);
    acts.resume.reset();
    acts.remove.reset();
  };
  const run = (act: typeof acts.resume): void =>
    act.mutate(undefined, {
      onSuccess: (outcome) => {
        close();
        dispatchToast(
          <Toast>
            <ToastTitle>{outcome}</ToastTitle>
          </Toast>,
          { intent: 'success' },
        );
      },
    });
  const isStopped = flow.status === 'failed' || flow.status === 'paused';
  return (
    <>
      {isStopped && may(endpoints.resumeFlow.role) && (
        <Button {...restore} appearance="primary" onClick={() => setAsked('resume')}>
          Resume
        </Button>
      )}
      {flow.status !== 'deleted' && may(endpoints.deleteFlow.role) && (
        <Button {...restore} onClick={() => setAsked('delete')}>
          Delete flow
        </Button>
      )}
      {asked === 'resume' && (
        <ConfirmDialog
          title={`Resume ${flow.filename}?`}
          impact={impactOfResume(flow)}
          confirmLabel="Resume flow"
          busyLabel="Resuming…"
          isBusy={acts.resume.isPending}
          failure={acts.resume.error}
          confirm={() => run(acts.resume)}
          close={close}
        />
      )}
      {asked === 'delete' && (
        <ConfirmDialog
          title={`Delete the flow of ${flow.filename}?`}
          impact={impactOfDelete(flow, address)}
          confirmLabel="Delete flow"
          busyLabel="Deleting…"
          isBusy={acts.remove.isPending}
          failure={acts.remove.error}
          confirm={() => run(acts.remove)}
          close={close}
        />
      )}
      <Toaster toasterId={toasterId} position="bottom-end" />
    </>
  );
}

function impactOfResume(flow: Flow): string[] {
  const phase = flow.phases.find((candidate) => candidate.phase === flow.current_phase);
  const attempt = (phase?.attempt ?? 0) + 1;
  return [
    `${formatWord(flow.current_phase)} runs again over ${countOf(flow.total_records, 'row')}, as attempt ${attempt}.`,
    'Phases that are done are not repeated, and nothing is approved by this.',
  ];
}

function impactOfDelete(flow: Flow, { tenant }: FlowAddress): string[] {
  const slot = `${tenant.clientAccountId} / ${tenant.engagementId} can start its next import.`;
  return [
    isOpen(flow.status)
      ? `The flow ends in ${formatWord(flow.current_phase).toLowerCase()}; jobs of it that wait or run are stopped.`
      : 'The flow has ended already; it is only marked as deleted.',
    ...(isOpen(flow.status) ? [slot] : []),
    `${countOf(flow.total_records, 'raw record')}, the mappings and the findings are kept.`,
    'It cannot be taken back: a deleted flow does not run again.',
  ];
}
