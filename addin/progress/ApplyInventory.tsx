import { Button, Text } from '@fluentui/react-components';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { waitPhases } from '#shared/statuses.ts';
import { focusStepHeading } from '../shell/StepHeading.tsx';
import { LOOK_ONLY, useAccess } from '../connect/access.ts';
import { reopenMappings } from './reopen-mappings.ts';
import type { PaneConnection } from '../connect/use-connection.ts';

/** Whether the flow waits with an inventory that is shown and not written. */
export function waitsWithInventory({ status, current_phase: phase }: Flow): boolean {
  return status === 'waiting_for_approval' && phase === waitPhases.inventory;
}

interface ApplyInventoryProps {
  connection: PaneConnection;
  flow: Flow;
  /** Something was asked of the flow that it does not show yet. */
  isActing: boolean;
  /** Says so when what was asked for cannot be done. */
  act(work: () => Promise<unknown>, then?: () => void): void;
}

/** What can be done with an inventory that is only shown: write it, or set its mappings right first. */
export function ApplyInventory({ connection, flow, isActing, act }: ApplyInventoryProps) {
  const { mayChange } = useAccess();
  const apply = (): void =>
    act(
      () => fetchEndpoint(connection, endpoints.applyInventory, { params: { flow_id: flow.flow_id } }),
      // The button goes, and with it the whole footer.
      focusStepHeading,
    );
  if (!mayChange) return <Text size={200}>{LOOK_ONLY}</Text>;
  return (
    <>
      <Button disabledFocusable={isActing} onClick={() => act(() => reopenMappings(connection, flow))}>
        Change mappings
      </Button>
      <Button appearance="primary" disabledFocusable={isActing} onClick={apply}>
        Apply the changes
      </Button>
    </>
  );
}
