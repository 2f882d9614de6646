import { z } from 'zod';
import { isJsonText } from '#shared/json-text.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cleansed, type Cleansed } from './cleansed.ts';
import { cleanseText } from './names.ts';

/** Longer texts are no tags; they are kept as they are. */
const TAGS_MAX_CHARACTERS = 16_384;

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
type Pair = readonly [key: string, value: z.infer<typeof scalar>];

const listed = z.array(
  z.union([
    z.object({ Key: z.string(), Value: scalar }).transform(({ Key, Value }): Pair => [Key, Value]),
    z.object({ key: z.string(), value: scalar }).transform(({ key, value }): Pair => [key, value]),
  ]),
);
// Entries, not a record: a tag may be called `__proto__`.
const named = z
  .custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
  .transform((value) => Object.entries(value))
  .pipe(z.array(z.tuple([z.string(), scalar])));
const pairs = z.union([listed, named]);

/**
 * Tags of a cloud as its exports write them: `{"Name":"web-1","Env":"prod"}` and `[{"Key":"Name","Value":"web-1"}]` are
 * `Name=web-1`, `Env=prod`. Any other text is one tag.
 */
export function cleanseTags(cell: Cell, text: string): Cleansed {
  const read = typeof cell === 'string' && isJsonText(text) ? pairs.safeParse(parsed(text)).data : undefined;
  const found = [...new Set(read?.map(([key, value]) => (value === null || value === '' ? key : `${key}=${value}`)))];
  const [first] = found;
  if (first === undefined) return cleanseText(cell, text);
  return cleansed(found.length === 1 ? first : found, 'tags', 'The keys and values of a JSON text.');
}

function parsed(text: string): unknown {
  if (text.length > TAGS_MAX_CHARACTERS) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Braces alone make no JSON: the text is one tag.
    return undefined;
  }
}
