/**
 * Counts the processor time of this process from now on: a machine that is busy with something else does not make it more.
 * @returns what tells the time since, ms
 */
export function startCpuClock(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
}

/** Processor time the work takes, ms. */
export function cpuMsOf(work: () => unknown): number {
  const cpuMs = startCpuClock();
  work();
  return cpuMs();
}
