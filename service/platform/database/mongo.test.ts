import { describe, expect, test } from '@jest/globals';
import {
  MongoBulkWriteError,
  MongoErrorLabel,
  MongoNetworkError,
  MongoServerError,
  MongoWriteConcernError,
  type BulkWriteResult,
  type WriteConcernError,
} from 'mongodb';
import { isDatabaseAway, namesDatabase } from './mongo.ts';

describe('the address of a database server', () => {
  test.each([
    'mongodb://localhost/cmdb',
    'mongodb://a:27017,b:27017,c:27017/cmdb?replicaSet=rs0',
    'mongodb+srv://user:secret@cluster.example.com/cmdb',
    'mongodb://user:one,two@a,b/cmdb',
    'mongodb://%2Ftmp%2Fmongodb-27017.sock/cmdb',
  ])('%s names a database', (uri) => expect(namesDatabase(uri)).toBe(true));

  test.each([
    'mongodb://localhost',
    'mongodb://localhost/',
    'mongodb://a:27017,b:27017/?replicaSet=rs0',
    'mongodb://a,b?replicaSet=rs0',
    'mongodb://user:one,two@a,b/?replicaSet=rs0',
    'mongodb://%2Ftmp%2Fmongodb-27017.sock/?directConnection=true',
    'mongodb://a/?tlsCAFile=/etc/ca.pem',
  ])('%s names none', (uri) => expect(namesDatabase(uri)).toBe(false));
});

describe('the database is taken to be away', () => {
  const stepDown = new MongoServerError({ code: 11_602, message: 'operation was interrupted' });
  const passing = new MongoServerError({ code: 11_000, message: 'E11000 duplicate key', errorLabels: [] });
  passing.addErrorLabel(MongoErrorLabel.TransientTransactionError);

  const closing = { code: 91, codeName: 'ShutdownInProgress', errmsg: 'Replication is being shut down' };
  const ofOneWrite = new MongoWriteConcernError({ ok: 1, code: 0, writeConcernError: closing });
  const ofBulk = new MongoBulkWriteError(new Error(closing.errmsg), {} as BulkWriteResult);
  ofBulk.err = closing as unknown as WriteConcernError;

  test.each([
    ['a lost connection', new MongoNetworkError('connection 7 to 127.0.0.1:27017 closed')],
    ['a primary that steps down', stepDown],
    ['what the server itself calls passing', passing],
    ['a server that shuts down', new MongoServerError(closing)],
    ['a write that no majority took before a shutdown', ofOneWrite],
    ['many writes that no majority took before a shutdown', ofBulk],
  ])('for %s', (_what, error) => expect(isDatabaseAway(error)).toBe(true));

  test('not for a doubled key, whatever words of a client it quotes', () => {
    const message = 'E11000 duplicate key error collection: flows dup key: { engagement_id: "socket-pool" }';
    expect(isDatabaseAway(new MongoServerError({ code: 11_000, message }))).toBe(false);
  });
});
