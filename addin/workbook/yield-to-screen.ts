/** Lets the browser paint and answer clicks. `scheduler.yield` does without the 4 ms that timers within timers wait. */
export function yieldToScreen(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Partial<Scheduler> };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
