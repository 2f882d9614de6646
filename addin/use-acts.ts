import { useState } from 'react';
import type { Flow } from '#shared/schemas/flow.schema.ts';

export interface Acts {
  /** Why what was tried last was not done. */
  failure: unknown;
  /** Something was asked of the flow, and the flow does not show it yet. */
  isActing: boolean;
  /** Asks something of the flow, one thing at a time: whatever asks is disabled while `isActing`. */
  act(work: () => Promise<unknown>, then?: () => void): void;
  /** Does what changes nothing of the flow. */
  attempt(work: () => Promise<unknown>): void;
}

/** What is done to a flow, and how it went. */
export function useActs(flow: Flow | null): Acts {
  const [failure, setFailure] = useState<unknown>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const seen = flow === null ? null : `${flow.flow_id} ${flow.revision}`;
  const isActing = asked !== null && asked === seen;
  return {
    failure,
    isActing,
    act: (work, then) => {
      if (isActing) return;
      setFailure(null);
      setAsked(seen);
      work().then(then, (error: unknown) => {
        setFailure(error);
        setAsked(null);
      });
    },
    attempt: (work) => {
      setFailure(null);
      work().catch(setFailure);
    },
  };
}
