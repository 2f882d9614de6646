import { z } from 'zod';
import { PAGE_DEFAULT, PAGE_MAX } from '../limits.ts';

/** Client accounts and engagements are named by the user; letters, digits and `. _ -` keep them safe in logs and paths. */
export const tenantIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'Use up to 64 letters, digits, dots, dashes and underscores.');

/** Opaque ids the service makes. The bound keeps hostile input short. */
export const idSchema = z.string().min(1).max(200);

/** Text that stands in a key, a header or a file name: bounded, and without the NUL that BSON refuses. */
export const textSchema = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !text.includes('\u0000'), 'Remove the NUL character.');

/** For a list of changes: each thing at most once, by the key that names it. */
export const namedOnce =
  <Key extends string>(key: Key) =>
  (items: readonly Record<Key, string>[], context: z.core.$RefinementCtx): void => {
    const named = new Set<string>();
    for (const [index, { [key]: id }] of items.entries()) {
      if (named.has(id))
        context.addIssue({ code: 'custom', path: [index, key], message: `"${id}" is listed twice. List it once.` });
      named.add(id);
    }
  };

export const pageQuerySchema = z.strictObject({
  cursor: z.string().max(300).optional().describe('The next_cursor of the page before'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(PAGE_MAX)
    .default(PAGE_DEFAULT)
    .describe('At most so many; a page of large ones ends earlier'),
});

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next_cursor: z.string().nullable() });

export const timeSchema = z.iso.datetime().describe('ISO 8601, UTC');

export const noInput = z.strictObject({});
