import { expect, test } from '@jest/globals';
import { actWords, conflictOf, detailWords, flowIdOf } from './audit-words.ts';

test('says what was done in words, of an unknown act by its name', () => {
  expect(actWords('api_key.revoke')).toBe('Revoked an API key');
  expect(actWords('file.export')).toBe('Exported a file');
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

test('says what a changed key was before', () => {
  const details = { name: 'Ana Keller', role: 'admin', role_before: 'analyst', granted_before: 'acme/move' };
  expect(actWords('api_key.change')).toBe('Changed what the first key may do and see');
  expect(detailWords({ ...details, granted: 'all clients' })).toBe(
    'Name: Ana Keller · Role: admin · Role before: analyst · Granted before: acme/move · Granted: all clients',
  );
});

test('says what was decided on a conflict by the names of the records and the answer', () => {
  const decided = { flow_id: 'flow_1', records: 'srv-fil051 and srv-fil251', asset_id: null, into: null };
  expect(detailWords({ ...decided, action: 'separate', remembered: false })).toBe(
    'srv-fil051 and srv-fil251: separate assets',
  );
  expect(detailWords({ ...decided, action: 'merge', remembered: true })).toBe(
    'srv-fil051 and srv-fil251: one new asset · Remembered: yes',
  );
  const merged = { ...decided, action: 'merge', asset_id: 'ast_1', into: 'srv-fil051', remembered: false };
  expect(detailWords(merged)).toBe('srv-fil051 and srv-fil251: merged into srv-fil051');
  expect(detailWords({ ...decided, action: 'leave_out', remembered: false })).toMatch(/: left out$/);
  expect(detailWords({ action: 'separate', asset_id: null, remembered: false })).toBe(
    'Action: separate · Remembered: no',
  );
});

test('leads to the conflict that was decided on', () => {
  const event = { action: 'inventory_conflict.decide', subject: 'imp_1:ab12', details: { flow_id: 'flow_1' } };
  expect(conflictOf(event)).toBe('flow_1/imp_1:ab12');
  expect(conflictOf({ ...event, details: {} })).toBeNull();
  expect(conflictOf({ ...event, action: 'inventory_conflict.ask_again', subject: 'imp_1' })).toBeNull();
});

test('says nothing of a state that was the same before', () => {
  expect(detailWords({ was: 'completed', phase: 'completed' })).toBe('');
  expect(detailWords({ was: 'running', phase: 'data_cleansing' })).toBe('Was: running · Phase: data cleansing');
});

test('leads to the flow that was acted on or within', () => {
  const details = { file: 'hosts.xlsx', records: 2, flow_id: 'flow_2' };
  expect(flowIdOf({ subject: 'flow_1', details: {} })).toBe('flow_1');
  expect(flowIdOf({ subject: 'imp_2', details })).toBe('flow_2');
  expect(flowIdOf({ subject: 'key_3', details: {} })).toBeNull();
  expect(detailWords(details)).toBe('File: hosts.xlsx · Records: 2');
});
