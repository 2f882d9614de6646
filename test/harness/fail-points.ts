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
 * @returns waits until a command was really caught by it
 */
export async function setFailPoint(db: Db, appName: string, point: FailPoint): Promise<() => Promise<void>> {
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
  return async () => {
    await db.admin().command({ waitForFailPoint: 'failCommand', timesEntered: Number(count) + 1, maxTimeMS: 20_000 });
  };
}

export async function clearFailPoints(db: Db): Promise<void> {
  await db.admin().command({ configureFailPoint: 'failCommand', mode: 'off' });
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
