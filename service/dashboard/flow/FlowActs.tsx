import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Toast,
  ToastTitle,
  Toaster,
  useId,
  useRestoreFocusTarget,
  useToastController,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useContext, useEffect, useState } from 'react';
import { endpoints } from '#shared/endpoints.ts';
import { paneAddress } from '#shared/pages/pane-link.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { Announce } from '../parts/use-announced.ts';
import { useSignedIn } from '../session/session-context.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { FLOW_STATUS_ID } from './FlowFacts.tsx';
import {
  actWords,
  impactOfAct,
  isInMenu,
  isPrimary,
  offeredActs,
  waitsForMappings,
  wordsOfAct,
  type FlowAct,
  type SimpleAct,
} from './flow-acts.ts';
import type { FlowAddress } from './use-flow.ts';
import { useFlowAct } from './use-flow-acts.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

/** What may be done to this flow as it stands, by this key. */
export function FlowActs({ address, flow }: { address: FlowAddress; flow: Flow }) {
  const { may } = useSignedIn();
  const [asked, setAsked] = useState<FlowAct | null>(null);
  const restore = useRestoreFocusTarget();
  const toasterId = useId('acts');
  const announce = useContext(Announce);
  const { dispatchToast } = useToastController(toasterId);
  const close = (): void => setAsked(null);
  const [done, setDone] = useState<string | null>(null);
  useEffect(() => {
    // The dialog gives the focus to any button that is left, and that may be the one that deletes.
    if (done !== null) document.getElementById(FLOW_STATUS_ID)?.focus();
  }, [done]);
  const report = (outcome: string): void => {
    close();
    setDone(outcome);
    dispatchToast(
      <Toast>
        <ToastTitle>{outcome}</ToastTitle>
      </Toast>,
      { intent: 'success' },
    );
  };
  const acts = offeredActs(flow).filter((act) => may(actWords[act].role));
  const dialog = { address, flow, close, report };
  return (
    <>
      {waitsForMappings(flow) && may(endpoints.approveFieldMappings.role) && (
        <ReviewMappings address={address} flow={flow} />
      )}
      {acts
        .filter((act) => !isInMenu(act))
        .map((act) => (
          <Button
            {...restore}
            key={act}
            appearance={isPrimary(act) ? 'primary' : 'secondary'}
            onClick={() => setAsked(act)}
          >
            {actWords[act].label}
          </Button>
        ))}
      <FurtherActs flow={flow} acts={acts.filter(isInMenu)} ask={setAsked} />
      {asked === 'withdraw' && <WithdrawDialog {...dialog} />}
      {asked === 'delete' && <DeleteDialog {...dialog} />}
      {asked !== null && asked !== 'withdraw' && asked !== 'delete' && <ActDialog {...dialog} act={asked} />}
      <Toaster toasterId={toasterId} position="bottom-end" announce={announce} />
    </>
  );
}

interface FurtherActsProps {
  flow: Flow;
  acts: readonly FlowAct[];
  ask: (act: FlowAct) => void;
}

/** What is seldom done, and cannot be hit by mistake. */
function FurtherActs({ flow, acts, ask }: FurtherActsProps) {
  const restore = useRestoreFocusTarget();
  if (acts.length === 0) return null;
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button {...restore} icon={<MoreHorizontalRegular />} aria-label="More acts" />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {acts.map((act) => (
            <MenuItem key={act} onClick={() => ask(act)}>
              {wordsOfAct(act, flow).label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** In a tab that begins with this one's key. */
function ReviewMappings({ address: { tenant }, flow }: { address: FlowAddress; flow: Flow }) {
  const href = paneAddress({
    client: tenant.clientAccountId,
    engagement: tenant.engagementId,
    flow: flow.flow_id,
    data_import: flow.data_import_id,
  });
  return (
    <Button as="a" appearance="primary" href={href} target="_blank" rel="opener">
      Review mappings
    </Button>
  );
}

export interface ActDialogProps {
  address: FlowAddress;
  flow: Flow;
  close: () => void;
  /** Called with what was done, in words. */
  report: (outcome: string) => void;
}

function ActDialog({ address, flow, close, report, act }: ActDialogProps & { act: Exclude<SimpleAct, 'delete'> }) {
  const mutation = useFlowAct(address);
  const { title, confirmLabel, busyLabel } = actWords[act];
  return (
    <ConfirmDialog
      title={title(flow.filename)}
      impact={impactOfAct(act, flow, address)}
      confirmLabel={confirmLabel}
      busyLabel={busyLabel}
      isBusy={mutation.isPending}
      failure={mutation.error}
      confirm={() => mutation.mutate(act, { onSuccess: report })}
      close={close}
    />
  );
}
