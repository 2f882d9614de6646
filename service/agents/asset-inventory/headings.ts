import { areHeadings } from '../../sheet-rows/heading-row.ts';
import { withoutKeysOf, type KeyPart } from '../../inventory/key-part.ts';
import type { Parts } from '../agent.ts';
import type { IdentifiedPart } from './identify-pass.ts';

/** Whether rows of one cell are headings in this sheet, and what its records are known by then. Goes through the parts once. */
export async function readHeadings(
  parts: Parts<IdentifiedPart>,
): Promise<{ hasHeadings: boolean; parts: Parts<KeyPart> }> {
  const all = { described: 0, ofSeveralWords: 0, alone: 0 };
  for await (const { forms } of parts) {
    all.described += forms.described;
    all.ofSeveralWords += forms.ofSeveralWords;
    all.alone += forms.alone;
  }
  const hasHeadings = all.alone > 0 && areHeadings(all);
  return { hasHeadings, parts: hasHeadings ? { [Symbol.asyncIterator]: () => withoutHeadings(parts) } : parts };
}

async function* withoutHeadings(parts: Parts<IdentifiedPart>): AsyncGenerator<KeyPart> {
  for await (const part of parts) yield withoutKeysOf(part, part.alone);
}
