import { describe, expect, test } from '@jest/globals';
import type { TargetFieldView } from '#shared/schemas/target-field.schema.ts';
import { targetFields } from '#shared/target-fields.ts';
import { cpuMsOf } from '#test/harness/cpu-time.ts';
import { findFields, firstOf, type FoundFields } from './field-search.ts';

const aliasesOf: Readonly<Record<string, string[]>> = { memory_gb: ['RAM', 'Arbeitsspeicher Größe'] };
const known = targetFields.map((field) => view({ ...field, aliases: aliasesOf[field.name] ?? [] }));

function view(field: Partial<TargetFieldView>): TargetFieldView {
  return {
    name: 'own_field',
    type: 'string',
    category: 'own',
    critical: false,
    repeatable: false,
    definition: '',
    examples: [],
    aliases: [],
    own_aliases: [],
    import_categories: [],
    allowed_values: null,
    is_own: false,
    retired: false,
    version: 0,
    ...field,
  };
}

const names = ({ groups }: FoundFields): string[] =>
  groups.flatMap((group) => group.choices.map((choice) => choice.field.name));

describe('the choice of fields', () => {
  test('begins with what the engine considers, surest first, and has every field once', () => {
    const found = findFields(
      known,
      [
        { target_field: 'hostname', confidence_score: 0.6 },
        { target_field: 'asset_name', confidence_score: 0.9 },
        { target_field: 'retired_meanwhile', confidence_score: 0.5 },
        { target_field: 'rto', confidence_score: 0.01 },
      ],
      '  ',
    );
    const { groups } = found;
    expect(groups.slice(0, 3).map(({ label }) => label)).toEqual(['Most likely', 'Identity', 'Status']);
    expect(groups[0]?.choices.map(({ field, confidence }) => [field.name, confidence])).toEqual([
      ['asset_name', 0.9],
      ['hostname', 0.6],
    ]);
    expect(names(found).sort()).toEqual(known.map(({ name }) => name).sort());
    expect(findFields(known, [], '').groups[0]?.label).toBe('Identity');
    const first = firstOf(groups, 4);
    expect(first.map(({ label, choices }) => [label, choices.length])).toEqual([
      ['Most likely', 2],
      ['Identity', 2],
    ]);
  });

  test.each([
    ['memory', 'memory_gb'],
    ['memory_util', 'memory_utilization_percent'],
    ['ram', 'memory_gb'],
    ['Arbeitsspeicher GRÖßE', 'memory_gb'],
    ['budget code', 'cost_center'],
    ['rto', 'rto'],
    ['status', 'status'],
    ['6r', 'six_r_strategy'],
  ])('searched for %s begins with %s', (search, name) => {
    expect(names(findFields(known, [], search))[0]).toBe(name);
  });

  test('says by which other name a field was found, and only then', () => {
    const found = (search: string) => findFields(known, [], search).groups[0]?.choices[0];
    expect(found('arbeitsspeicher')?.alias).toBe('Arbeitsspeicher Größe');
    expect(found('memory')?.alias).toBeNull();
  });

  test('prefers the surer of equal matches, and the better match to the surer', () => {
    const candidates = [{ target_field: 'technical_owner', confidence_score: 0.7 }];
    expect(names(findFields(known, candidates, 'owner'))[0]).toBe('technical_owner');
    expect(names(findFields(known, candidates, 'business owner'))[0]).toBe('business_owner');
  });

  test('takes any text of a client as text, and is quick with hundreds of fields', () => {
    const hostile = '<img src=x onerror=alert(1)> \u202e$& [a-z](';
    const own = Array.from({ length: 800 }, (_, index) =>
      view({ name: `own_${index}`, category: index % 2 ? '__proto__' : hostile, definition: `${hostile} ${index}` }),
    );
    const found = findFields([...known, ...own], [], '[a-z](');
    expect(found.groups.map(({ label }) => label).sort()).toEqual([hostile, '__proto__'].sort());
    expect([names(found).length, found.more]).toEqual([60, 740]);
    const typing = (): void => {
      for (const search of ['o', 'ow', 'own', 'own_7']) findFields([...known, ...own], [], search);
    };
    expect(cpuMsOf(typing)).toBeLessThan(1_000);
    expect(findFields(known, [], 'no such field')).toEqual({ groups: [], more: 0 });
  });
});
