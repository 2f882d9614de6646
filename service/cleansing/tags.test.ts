import { describe, expect, test } from '@jest/globals';
import { cleanse } from './cleanse.ts';
import { columnReader } from './column-cleanser.ts';

const read = columnReader({
  columnIndex: 0,
  field: 'tags',
  fieldType: 'string',
  isSecondary: false,
  options: {},
  separator: ',',
  valueDecisions: [],
});

describe('tags', () => {
  test.each([
    [
      '{"Name":"web-1","Owner":"ana@corp.example","Spot":true,"Empty":""}',
      ['Name=web-1', 'Owner=ana@corp.example', 'Spot=true', 'Empty'],
    ],
    ['[{"Key":"Name","Value":"web-1"},{"Key":"Tier","Value":2}]', ['Name=web-1', 'Tier=2']],
    ['[{"key":"env","value":"prod"}]', 'env=prod'],
    ['{"__proto__":"x","constructor":"y"}', ['__proto__=x', 'constructor=y']],
    ['["prod","web"]', ['prod', 'web']],
    ['["prod", 2, "prod"]', ['prod', '2']],
    ['[{"Key":"Name","Value":["a","b"]}]', ['Name=a', 'Name=b']],
    ['{"k":["x"],"l":["y","z"],"m":[]}', ['k=x', 'l=y', 'l=z', 'm']],
    ['pci, sox', ['pci', 'sox']],
  ])('of %s are %p, also in a column of lists', (text, value) => expect(read(text).value).toEqual(value));

  test.each(['{"a":{"b":1}}', '[prod]', '["a",["b"]]', '{not json}', '[{"name":1}]', `{"a":"${'x'.repeat(20_000)}"}`])(
    'of %.20s are the text as it is',
    (text) => expect(cleanse('tags', text, {})).toMatchObject({ value: text, rule: 'text' }),
  );
});
