import { z } from 'zod';
import { isJsonText } from '../engine-parts/json-text.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cleansed, type Cleansed } from './cleansed.ts';
import { cleanseText } from './names.ts';

/** Longer texts are no tags; they are kept as they are. */
const TAGS_MAX_CHARACTERS = 16_384;

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** One value, or several of one key. */
const tagValue = z.union([scalar, z.array(scalar)]);
type Pair = readonly [key: string, value: z.infer<typeof tagValue>];

const listed = z.array(
  z.union([
    z.object({ Key: z.string(), Value: tagValue }).transform(({ Key, Value }): Pair => [Key, Value]),
    z.object({ key: z.string(), value: tagValue }).transform(({ key, value }): Pair => [key, value]),
  ]),
);
// Entries, not a record: a tag may be called `__proto__`.
const named = z
  .custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
  .transform((value) => Object.entries(value))
  .pipe(z.array(z.tuple([z.string(), tagValue])));
// A plain tag is a key without a value.
const plain = z.array(z.union([z.string(), z.number()]).transform((tag): Pair => [String(tag), null]));
const pairs = z.union([plain, listed, named]);

/**
 * Tags of a cloud as its exports write them: `{"Name":"web-1","Env":"prod"}` and `[{"Key":"Name","Value":"web-1"}]` are
 * `Name=web-1`, `Env=prod`; `["prod","web"]` are two plain ones. Any other text is one tag.
 */
export function cleanseTags(cell: Cell, text: string): Cleansed {
  const read = typeof cell === 'string' && isJsonText(text) ? pairs.safeParse(parsed(text)).data : undefined;
  const found = [...new Set(read?.flatMap(tagsOf))].filter((tag) => tag !== '');
  const [first] = found;
  if (first === undefined) return cleanseText(cell, text);
  return cleansed(found.length === 1 ? first : found, 'tags', 'The tags of a JSON text.');
}

function tagsOf([key, value]: Pair): string[] {
  const values = Array.isArray(value) && value.length > 0 ? value : [value];
  return values.map((one) => (one === null || one === '' || Array.isArray(one) ? key : `${key}=${one}`));
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
