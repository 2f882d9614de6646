import { readFileSync } from 'node:fs';

/** What the kernel says of a process (Linux); NaN elsewhere and of none. */

/** `/proc/…/stat` counts in these, ms. */
const TICK_MS = 10;

/** Processor time so far, ms. */
export function processorMs(pid: number | undefined): number {
  if (pid === undefined || process.platform !== 'linux') return Number.NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** The high-water mark of resident memory, MB. */
export function peakMemory(pid: number | undefined): number {
  return megabytesOf(pid, /VmHWM:\s+(\d+) kB/);
}

/** Resident memory now, MB. */
export function residentMemory(pid: number | undefined): number {
  return megabytesOf(pid, /VmRSS:\s+(\d+) kB/);
}

function megabytesOf(pid: number | undefined, line: RegExp): number {
  if (pid === undefined || process.platform !== 'linux') return Number.NaN;
  return Math.round(Number(line.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
}
