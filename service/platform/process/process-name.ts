import { hostname } from 'node:os';

/** Names this process in tasks, jobs and log lines. */
export const processName = `${hostname()}:${process.pid}`;
