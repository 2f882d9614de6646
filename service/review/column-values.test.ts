import { expect, test } from '@jest/globals';
import type { ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import { ColumnValues } from './column-values.ts';

const tenant = { clientAccountId: 'acme', engagementId: 'main' };

test('approving reads fields and profiles in the transaction that writes what is approved', async () => {
  const sessions: [read: string, session: unknown][] = [];
  const read = (what: string, at: number, answer: unknown[]) => ({
    [at === 1 ? 'activeFields' : 'list']: async (...given: unknown[]) => {
      sessions.push([what, given[at]]);
      return Promise.resolve(answer);
    },
  });
  const reviews = new ColumnValues({
    catalogue: read('fields', 1, [{ name: 'environment', type: 'text', repeatable: false }]),
    columnProfiles: read('profiles', 3, []),
    fieldMappings: { changeEach: () => Promise.resolve() },
    clock: { now: () => new Date(0) },
  } as unknown as ConstructorParameters<typeof ColumnValues>[0]);
  const mapping = { status: 'approved', target_field: 'environment', source_field: 'Env', column_index: 0 };
  const session = { name: 'of the approval' };
  await reviews.approve(
    { tenant, actor: { name: 'ana', keyId: 'key_1' } },
    [mapping as ImportFieldMappingDocument],
    session as never,
  );
  expect(sessions).toEqual([
    ['fields', session],
    ['profiles', session],
  ]);
});
