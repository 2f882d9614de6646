import type { Db } from 'mongodb';
import { AGENDA_COLLECTION } from '#service/platform/agenda.ts';

export interface FailPoint {
  /** Commands to fail: insert, update, findAndModify, commitTransaction … */
  commands: string[];
  /** Only on this collection. */
  collection?: string;
  errorCode?: number;
  closeConnection?: boolean;
  errorLabels?: string[];
  blockMs?: number;
  /** Matching commands to let pass first. */
  skip?: number;
  times?: number;
}

/**
 * mongod's own failCommand fail point, for the connections of one service only.
 *
 * @returns waits until as many commands were really caught by it
 */
export async function setFailPoint(
  db: Db,
  appName: string,
  point: FailPoint,
): Promise<(commands?: number) => Promise<void>> {
  const mode = point.skip === undefined ? { times: point.times ?? 1 } : { skip: point.skip };
  const { count } = await db.admin().command({
    configureFailPoint: 'failCommand',
    mode,
    data: {
      appName,
      failCommands: point.commands,
      ...(point.collection ? { namespace: `${db.databaseName}.${point.collection}` } : {}),
      ...(point.errorCode === undefined ? {} : { errorCode: point.errorCode }),
      ...(point.errorLabels === undefined ? {} : { errorLabels: point.errorLabels }),
      ...(point.closeConnection ? { closeConnection: true } : {}),
      ...(point.blockMs ? { blockConnection: true, blockTimeMS: point.blockMs } : {}),
    },
  });
  return async (commands = 1) => {
    const timesEntered = Number(count) + commands;
    await db.admin().command({ waitForFailPoint: 'failCommand', timesEntered, maxTimeMS: 60_000 });
  };
}

export async function clearFailPoints(db: Db): Promise<void> {
  await db.admin().command({ configureFailPoint: 'failCommand', mode: 'off' });
  await db.admin().command({ configureFailPoint: HELD_INSERTS, mode: 'off' });
}

const HELD_INSERTS = 'hangDuringBatchInsert';

/** Inserts into a collection wait until they are let go, however long that takes; whoever inserts. */
export async function holdInserts(
  db: Db,
  collection: string,
): Promise<{ held: () => Promise<void>; letGo: () => Promise<void> }> {
  const data = { nss: `${db.databaseName}.${collection}` };
  const { count } = await db.admin().command({ configureFailPoint: HELD_INSERTS, mode: 'alwaysOn', data });
  const timesEntered = Number(count) + 1;
  return {
    held: async () => {
      await db.admin().command({ waitForFailPoint: HELD_INSERTS, timesEntered, maxTimeMS: 60_000 });
    },
    letGo: () => clearFailPoints(db),
  };
}

/** Does something while this service can queue no job. */
export async function whileNothingIsQueued<Result>(
  { db, appName }: { db: Db; appName: string },
  work: () => Promise<Result>,
): Promise<Result> {
  const commands = ['findAndModify', 'insert', 'update'];
  await setFailPoint(db, appName, { commands, collection: AGENDA_COLLECTION, errorCode: 8, skip: 0 });
  try {
    return await work();
  } finally {
    await clearFailPoints(db);
  }
}
