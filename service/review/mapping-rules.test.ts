import { describe, expect, test } from '@jest/globals';
import type { ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import { assertNoDoubledTarget } from './mapping-rules.ts';

const approved = (target_field: string, source_field: string) =>
  ({
    status: 'approved',
    target_field,
    source_field,
    is_secondary: false,
    column_index: 0,
  }) as ImportFieldMappingDocument;
const fields = [{ name: 'hostname', repeatable: false }];

describe('two columns of one field', () => {
  test('are refused, and each is named', () => {
    const columns = [approved('hostname', 'Host'), approved('hostname', 'Name')];
    expect(() => assertNoDoubledTarget(columns, fields)).toThrow('Several columns are mapped to the same target field');
  });

  test('that is retired are no conflict: neither is read, and the pane shows none', () => {
    expect(() => assertNoDoubledTarget([approved('gone', 'Host'), approved('gone', 'Name')], fields)).not.toThrow();
  });
});
