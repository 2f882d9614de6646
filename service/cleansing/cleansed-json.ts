import { z } from 'zod';
import { cleansed, type Cleansed, type CleansedValue } from './cleansed.ts';

const nullableText = z.string().max(400).nullable();
const operatingSystem = z.strictObject({
  family: nullableText,
  version: nullableText,
  edition: nullableText,
  architecture: nullableText,
});
const money = z.strictObject({ amount: z.number(), currency: z.string().length(3).nullable() });
const qualifiedName = z.strictObject({ fqdn: z.string(), host: z.string(), domain: z.string() });

/** Fields whose value is an object; written to a cell it is JSON. */
const OBJECT_FIELDS = new Map<string, z.ZodType<Exclude<CleansedValue, null>>>([
  ['operating_system', operatingSystem],
  ['os_version', operatingSystem],
  ['purchase_cost', money],
  ['annual_cost', money],
  ['fqdn', qualifiedName],
]);
const JSON_MAX_CHARACTERS = 2_000;

/** A cell that holds an already cleansed object as JSON says the same again; null for any other cell. */
export function readCleansedJson(field: string, text: string): Cleansed | null {
  const schema = OBJECT_FIELDS.get(field);
  if (schema === undefined || !text.startsWith('{"') || text.length > JSON_MAX_CHARACTERS) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? cleansed(parsed.data, 'cleansed-before', 'Already cleansed.') : null;
  } catch {
    return null;
  }
}
