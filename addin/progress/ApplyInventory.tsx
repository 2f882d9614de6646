import { Button, Text } from '@fluentui/react-components';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { LOOK_ONLY, useAccess } from '../connect/access.ts';
import type { PaneConnection } from '../connect/use-connection.ts';

/** Whether the flow waits with an inventory that is shown and not written. */
export function waitsWithInventory({ status, current_phase: phase }: Flow): boolean {
  return status === 'waiting_for_approval' && phase === 'asset_inventory';
}

interface ApplyInventoryProps {
  connection: PaneConnection;
  flowId: string;
  /** Says so when what was asked for cannot be done. */
  act(work: Promise<unknown>): void;
}

/** The one button of a flow that waits with its inventory. */
export function ApplyInventory({ connection, flowId, act }: ApplyInventoryProps) {
  const { mayChange } = useAccess();
  const apply = (): void => act(fetchEndpoint(connection, endpoints.applyInventory, { params: { flow_id: flowId } }));
  return (
    <>
      <Text size={200}>{mayChange ? 'Nothing is written yet.' : LOOK_ONLY}</Text>
      <Button appearance="primary" disabled={!mayChange} onClick={apply}>
        Apply the changes
      </Button>
    </>
  );
}
