import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiFailure, callEndpoint, retryAfterMs, type Answer } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { sleep } from '../sleep.ts';
import { isFinal } from '#shared/statuses.ts';
import type { PaneConnection } from '../connect/use-connection.ts';

const WAIT_SECONDS = 20;
/** How soon something done elsewhere to a flow that has ended shows in a pane nobody touches, ms. */
const ENDED_LOOK_MS = 60_000;
/** After lost answers: 1, 2, 4 … up to this, and longer where the service asks for it, ms. */
const RETRY_MAX_MS = 15_000;

export interface FlowState {
  flow: Flow | null;
  /** Why the last poll gave no answer; what is shown may be old, and polling goes on. */
  trouble: 'lost' | 'busy' | null;
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
  const [state, setState] = useState<FlowState & { flowId: string | null }>({ flowId: null, ...NOTHING_KNOWN });
  const known = useRef<Known>({ flowId: '', flow: null, etag: null });
  useEffect(() => {
    if (flowId === null) return;
    const stop = new AbortController();
    if (known.current.flowId !== flowId) known.current = { flowId, flow: null, etag: null };
    const onState = (next: FlowState): void => setState({ ...next, flowId });
    void follow(connection, known.current, { signal: stop.signal, onState });
    return () => stop.abort();
  }, [connection, flowId, round]);
  return { ...(state.flowId === flowId ? state : NOTHING_KNOWN), again };
}

const NOTHING_KNOWN: FlowState = { flow: null, trouble: null, error: null };

/** What the last answer said, from where the next round goes on. */
interface Known {
  flowId: string;
  flow: Flow | null;
  etag: string | null;
}

interface Follower {
  signal: AbortSignal;
  onState: (state: FlowState) => void;
}

async function follow(connection: PaneConnection, known: Known, { signal, onState }: Follower): Promise<void> {
  let retryMs = 1_000;
  const untilRetry = async (error: unknown): Promise<void> => {
    await sleep(Math.max(retryMs, retryAfterMs(error)), signal);
    retryMs = Math.min(RETRY_MAX_MS, retryMs * 2);
  };
  while (!signal.aborted) {
    try {
      const answer: Answer<Flow> = await callEndpoint(connection, endpoints.getFlow, {
        params: { flow_id: known.flowId },
        signal,
        ...(known.etag === null ? {} : { ifNoneMatch: known.etag, query: { wait_seconds: WAIT_SECONDS } }),
      });
      known.etag = answer.etag;
      if (!answer.isNotModified) known.flow = answer.body;
      retryMs = 1_000;
      const { flow } = known;
      onState({ flow, trouble: null, error: null });
      if (flow !== null && isFinal(flow.status)) await untilLookedAtAgain(signal);
    } catch (error) {
      if (signal.aborted) return;
      if (isForGood(error)) return onState({ flow: known.flow, trouble: null, error });
      onState({ flow: known.flow, trouble: isBusy(error) ? 'busy' : 'lost', error: null });
      await untilRetry(error);
    }
    await untilVisible(signal);
  }
}

/** The service answers, and takes no more for now. */
function isBusy(error: unknown): boolean {
  return error instanceof ApiFailure && (error.status === 429 || error.status === 503) && error.problem !== null;
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
