import type { Server } from 'node:http';

/** How often connections are looked for that have been answered and were kept alive, ms. */
const LOOK_MS = 50;

/** Takes no new connections, lets requests that have begun be answered for at most `graceMs`, then cuts the others. */
export async function closeServer(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const looking = setInterval(() => server.closeIdleConnections(), LOOK_MS);
  const cutting = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(looking);
  clearTimeout(cutting);
}
