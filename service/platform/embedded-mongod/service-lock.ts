import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/**
 * Takes a folder for this process alone, until it frees it or dies. The lock is a listening socket: it ends with its
 * process even after SIGKILL, and no process id can be mistaken for another one's.
 *
 * @returns frees the folder
 * @throws Error when a living process holds it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const { name, isFile } = socketOf(folder);
  const server = createServer((peer) => peer.destroy());
  try {
    await listen(server, name);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    if (!isFile || (await isAnswered(name))) {
      const what = `Another service uses the data folder ${folder}. Use that one, stop it, or give this one another DATA_DIR and PORT.`;
      throw new Error(what, { cause });
    }
    await rm(name, { force: true });
    await listen(server, name);
  }
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** Linux (abstract socket) and Windows (pipe) forget the name with its process; elsewhere a file stays behind. */
function socketOf(folder: string): { name: string; isFile: boolean } {
  const name = `cmdb-import-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return { name: `\0${name}`, isFile: false };
  if (process.platform === 'win32') return { name: `\\\\.\\pipe\\${name}`, isFile: false };
  return { name: path.join(os.tmpdir(), `${name}.sock`), isFile: true };
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
