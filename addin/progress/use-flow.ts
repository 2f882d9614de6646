import { useCallback, useEffect, useState } from 'react';
import { ApiFailure, callEndpoint, retryAfterMs, type Answer } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { sleep } from '#shared/sleep.ts';
import { isFinal } from '#shared/statuses.ts';
import type { PaneConnection } from '../connect/use-connection.ts';

const WAIT_SECONDS = 20;
/** How soon something done elsewhere to a flow that has ended shows in a pane nobody touches, ms. */
const ENDED_LOOK_MS = 60_000;
/** After lost answers: 1, 2, 4 … up to this, and longer where the service asks for it, ms. */
const RETRY_MAX_MS = 15_000;

export interface FlowState {
  flow: Flow | null;
  /** The last poll failed; what is shown may be old, and polling goes on. */
  isStale: boolean;
  /** Polling has ended: the flow does not exist, or the key is not accepted. */
  error: unknown;
}

/**
 * Follows a flow by long polls; survives lost connections and sleeps while hidden. One that has ended is asked for again
 * now and then, and whenever the analyst comes back to the pane: an admin may have had its agents run anew.
 */
export function useFlow(connection: PaneConnection, flowId: string | null): FlowState & { again(): void } {
  const [round, setRound] = useState(0);
  /** Follows on after something was done to a flow that had ended. */
  const again = useCallback(() => setRound((before) => before + 1), []);
  const [state, setState] = useState<FlowState & { flowId: string | null }>({
    flowId: null,
    flow: null,
    isStale: false,
    error: null,
  });
  useEffect(() => {
    if (flowId === null) return;
    const stop = new AbortController();
    void follow(connection, flowId, { signal: stop.signal, onState: (next) => setState({ ...next, flowId }) });
    return () => stop.abort();
  }, [connection, flowId, round]);
  return { ...(state.flowId === flowId ? state : { flow: null, isStale: false, error: null }), again };
}

interface Follower {
  signal: AbortSignal;
  onState: (state: FlowState) => void;
}

async function follow(connection: PaneConnection, flowId: string, { signal, onState }: Follower): Promise<void> {
  let flow: Flow | null = null;
  let etag: string | null = null;
  let retryMs = 1_000;
  const untilRetry = async (error: unknown): Promise<void> => {
    await sleep(Math.max(retryMs, retryAfterMs(error)), signal);
    retryMs = Math.min(RETRY_MAX_MS, retryMs * 2);
  };
  while (!signal.aborted) {
    try {
      const answer: Answer<Flow> = await callEndpoint(connection, endpoints.getFlow, {
        params: { flow_id: flowId },
        signal,
        ...(etag === null ? {} : { ifNoneMatch: etag, query: { wait_seconds: WAIT_SECONDS } }),
      });
      etag = answer.etag;
      if (!answer.isNotModified) flow = answer.body;
      retryMs = 1_000;
      onState({ flow, isStale: false, error: null });
      if (flow !== null && isFinal(flow.status)) await untilLookedAtAgain(signal);
    } catch (error) {
      if (signal.aborted) return;
      if (isForGood(error)) return onState({ flow, isStale: false, error });
      onState({ flow, isStale: true, error: null });
      await untilRetry(error);
    }
    await untilVisible(signal);
  }
}

/** Refused for a reason that asking again does not change. */
function isForGood(error: unknown): boolean {
  return (
    error instanceof ApiFailure &&
    error.status !== null &&
    error.status >= 400 &&
    error.status < 500 &&
    error.status !== 429 &&
    error.problem !== null
  );
}

function untilLookedAtAgain(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      clearTimeout(later);
      window.removeEventListener('focus', look);
      signal.removeEventListener('abort', look);
      resolve();
    };
    const later = setTimeout(look, ENDED_LOOK_MS);
    window.addEventListener('focus', look);
    signal.addEventListener('abort', look);
  });
}

function untilVisible(signal: AbortSignal): Promise<void> {
  if (!document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.hidden && !signal.aborted) return;
      document.removeEventListener('visibilitychange', look);
      signal.removeEventListener('abort', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    signal.addEventListener('abort', look);
  });
}
