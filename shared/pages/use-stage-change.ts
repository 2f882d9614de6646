import { useEffect, useRef } from 'react';
import type { Flow } from '../schemas/flow.schema.ts';
import { stageOf } from './flow-stage.ts';

/** Has lists of what agents found read anew with each stage of the flow: as many pages of them as were opened. */
export function useStageChange(flow: Flow | null, readAgain: () => void): void {
  const stage = flow && stageOf(flow);
  const before = useRef(stage);
  useEffect(() => {
    if (before.current === stage) return;
    before.current = stage;
    readAgain();
  });
}
