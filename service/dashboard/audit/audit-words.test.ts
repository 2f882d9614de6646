import { expect, test } from '@jest/globals';
import { actWords, detailWords, flowIdOf } from './audit-words.ts';

test('says what was done in words, of an unknown act by its name', () => {
  expect(actWords('api_key.revoke')).toBe('Revoked an API key');
  expect(actWords('inventory.export')).toBe('Exported a file');
  expect(actWords('target_field.add')).toBe('Added a target field');
  expect(actWords('target_field.merge')).toBe('Target field merge');
});

test('says details by name and leaves out what is empty', () => {
  expect(detailWords({ was: 'waiting_for_approval', name: 'my_key' })).toBe('Was: waiting for approval · Name: my_key');
  expect(detailWords({ name: 'Ana Keller', restored: 1200, is_new: true, reason: null, note: '' })).toBe(
    'Name: Ana Keller · Restored: 1,200 · Is new: yes',
  );
  expect(detailWords({ file: 'technical-debt.csv', kind: 'end_of_life' })).toBe(
    'File: technical-debt.csv · Kind: end of life',
  );
});

test('leads to the flow that was acted on or within', () => {
  const details = { file: 'hosts.xlsx', records: 2, flow_id: 'flow_2' };
  expect(flowIdOf({ subject: 'flow_1', details: {} })).toBe('flow_1');
  expect(flowIdOf({ subject: 'imp_2', details })).toBe('flow_2');
  expect(flowIdOf({ subject: 'key_3', details: {} })).toBeNull();
  expect(detailWords(details)).toBe('File: hosts.xlsx · Records: 2');
});
