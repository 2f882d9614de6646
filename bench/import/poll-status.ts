import { setTimeout as sleep } from 'node:timers/promises';
import { callEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';

const EVERY_MS = 50;

interface Polls {
  count: number;
  /** Answer times, ms. */
  p50: number;
  p99: number;
}

/** Asks again and again for one flow, as a pane does, until it is ended. */
export function pollStatus(connection: Connection, flow_id: string): { end(): Promise<Polls> } {
  const times: number[] = [];
  let isEnded = false;
  const polling = (async () => {
    let etag: string | null = null;
    while (!isEnded) {
      const from = performance.now();
      const answer: { etag: string | null } = await callEndpoint(connection, endpoints.getFlow, {
        params: { flow_id },
        ...(etag === null ? {} : { ifNoneMatch: etag }),
      });
      etag = answer.etag;
      times.push(performance.now() - from);
      await sleep(EVERY_MS);
    }
  })();
  return {
    end: async () => {
      isEnded = true;
      await polling;
      const sorted = times.sort((left, right) => left - right);
      const at = (share: number): number => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN);
      return { count: sorted.length, p50: at(0.5), p99: at(0.99) };
    },
  };
}
