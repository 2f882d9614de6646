import { describe, expect, test } from '@jest/globals';
import { ApiFailure } from '#shared/call-endpoint.ts';
import { addTargetFieldRequestSchema } from '#shared/schemas/target-field.schema.ts';
import { categoriesOf, refusedParts, storedName } from './own-field.ts';

describe("the stored name of a client's own field", () => {
  test.each([
    ['Rack power (W)', 'rack_power_w'],
    ['  Größe in m² ', 'grosse_in_m2'],
    ['Numéro d’armoire', 'numero_d_armoire'],
    ['already_stored', 'already_stored'],
    ['x'.repeat(100), 'x'.repeat(60)],
    ['機器', ''],
  ])('of %s is %s', (label, name) => {
    expect(storedName(label)).toBe(name);
    if (name !== '') expect(addTargetFieldRequestSchema.shape.name.safeParse(name).success).toBe(true);
  });
});

describe('what the service refuses', () => {
  const refused = (code: 'invalid_request' | 'target_field_exists', problems?: { field: string; message: string }[]) =>
    new ApiFailure('refused', 'no', {
      status: 400,
      problem: {
        type: `urn:${code}`,
        title: 'The request is not understood',
        status: 400,
        detail: 'Choose another name.',
        code,
        request_id: 'r-1',
        ...(problems === undefined
          ? {}
          : { problems: problems.map((one) => ({ code: 'x', row: null, column: null, ...one })) }),
      },
    });

  test('stands at the part of the form it is about', () => {
    const failure = refused('invalid_request', [
      { field: 'name', message: 'Use lower case letters.' },
      { field: 'body.definition', message: 'Say what it means.' },
    ]);
    expect(refusedParts(failure)).toEqual({ name: 'Use lower case letters.', definition: 'Say what it means.' });
  });

  test('of a name that is in use stands at the name', () => {
    expect(refusedParts(refused('target_field_exists'))).toEqual({ name: 'Choose another name.' });
  });

  test('and is about no part stands apart', () => {
    expect(refusedParts(refused('invalid_request', [{ field: 'sheet', message: 'no' }]))).toBeNull();
    expect(refusedParts(new Error('no'))).toBeNull();
  });
});

test("the client's own category is always offered, each once", () => {
  expect(categoriesOf([{ category: 'identity' }, { category: 'network' }, { category: 'identity' }])).toEqual([
    'own',
    'identity',
    'network',
  ]);
  expect(categoriesOf([{ category: 'own' }])).toEqual(['own']);
});
