import { describe, expect, test } from '@jest/globals';
import { namesDatabase } from './mongo.ts';

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
