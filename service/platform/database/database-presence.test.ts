import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { DatabasePresence } from './database-presence.ts';

test('says once that the database is away and once that it is back, and how long it was', () => {
  let nowMs = Date.parse('2026-11-28T12:00:00Z');
  const said: string[] = [];
  const write = (line: string): void => void said.push((JSON.parse(line) as { msg: string }).msg);
  const client = new EventEmitter();
  const presence = new DatabasePresence(client as never, pino({ level: 'info' }, { write }), () => nowMs);
  const see = (...isWritable: boolean[]) => {
    const servers = new Map(isWritable.map((one, host) => [host, { isWritable: one }]));
    client.emit('topologyDescriptionChanged', { newDescription: { servers } });
  };
  see(true, false);
  expect([said, presence.awayForMs]).toEqual([[], 0]);
  see(false, false);
  nowMs += 61_000;
  see(false);
  expect(presence.awayForMs).toBe(61_000);
  see(false, true);
  // A client that closes knows of no server.
  see();
  expect(presence.awayForMs).toBe(0);
  expect(said).toEqual([
    'the database is away since 2026-11-28T12:00:00.000Z: no server takes writes; what is stored is kept',
    'the database is back after 61 s',
  ]);
});
