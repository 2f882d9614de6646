import { ApiFailure, fetchEndpoint } from '#shared/call-endpoint.ts';
import type { ExistingFlow } from '#shared/api-error.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { isOpen } from '#shared/statuses.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { useFlow } from '../progress/use-flow.ts';

/** An import that was in the way of another one and is not any more. */
export interface EndedFlow {
  filename: string;
  /** `completed`, `withdrawn`, `deleted` */
  outcome: string;
}

export interface FlowInTheWay {
  /** As it is by now; null: none is in the way. */
  open: ExistingFlow | null;
  /** Null where none has ended. */
  ended: EndedFlow | null;
  /** Looks now whether it has ended; the answer shows by itself where it has. @throws ApiFailure */
  hasEnded: (flow: ExistingFlow) => Promise<boolean>;
}

/** Follows the import in the way, which somebody may delete or let go on to its end while its analyst is asked about it. */
export function useFlowInTheWay(connection: PaneConnection, found: ExistingFlow | null): FlowInTheWay {
  const following = useFlow(connection, found?.flow_id ?? null);
  const { flow, error } = following;
  const hasEnded = async ({ flow_id }: ExistingFlow): Promise<boolean> => {
    const isOver = await fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id } }).then(
      ({ status }) => !isOpen(status),
      (failure: unknown) => {
        if (isMissing(failure)) return true;
        throw failure;
      },
    );
    if (isOver) following.again();
    return isOver;
  };
  if (found === null) return { open: null, ended: null, hasEnded };
  const outcome = isMissing(error) ? 'deleted' : outcomeOf(flow);
  if (outcome !== null) return { open: null, ended: { filename: found.filename, outcome }, hasEnded };
  return { open: flow === null ? found : asItIs(found, flow), ended: null, hasEnded };
}

/** Null while it is open, or not known. */
function outcomeOf(flow: Flow | null): string | null {
  if (flow === null || isOpen(flow.status)) return null;
  return flow.status === 'cancelled' ? 'withdrawn' : flow.status;
}

function asItIs(found: ExistingFlow, { status, current_phase, progress_percentage, updated_at }: Flow): ExistingFlow {
  return { ...found, status, current_phase, progress_percentage, last_activity: updated_at };
}

function isMissing(failure: unknown): boolean {
  return failure instanceof ApiFailure && failure.status === 404;
}
