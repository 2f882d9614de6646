import { useState } from 'react';
import type { ReviewGroup } from './mapping/review-state.ts';
import { reachedSteps } from './reached-steps.ts';
import type { StepName } from './shell/StepList.tsx';

interface Visit {
  step: StepName;
  /** What of its columns is listed first; null: all. */
  listed: ReviewGroup | null;
}

interface Steps {
  reached: readonly StepName[];
  /** The step in sight. */
  step: StepName;
  listed: ReviewGroup | null;
  visit(step: StepName, listed?: ReviewGroup | null): void;
  /** Back to where the flow is. */
  follow(): void;
}

/** The step in sight: the one the flow is at, which goes on with it, or an earlier one that somebody looks at again. */
export function useSteps(flow: Parameters<typeof reachedSteps>[0]): Steps {
  const [visited, setVisited] = useState<Visit | null>(null);
  const reached = reachedSteps(flow);
  const current = { step: reached.at(-1) ?? 'Sheet', listed: null };
  // The flow has come to where somebody was: from here on it is followed again.
  if (visited?.step === current.step) setVisited(null);
  const shown = visited !== null && reached.includes(visited.step) ? visited : current;
  return {
    reached,
    ...shown,
    visit: (step, listed = null) => setVisited(step === current.step ? null : { step, listed }),
    follow: () => setVisited(null),
  };
}
