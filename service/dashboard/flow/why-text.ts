import { sentence } from '#shared/field-label.ts';

/** Reasons in one line, each a sentence of its own. */
export function whyText(reasons: readonly { text: string }[]): string {
  return reasons
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .map((text) => (/[.!?…]$/.test(text) ? sentence(text) : `${sentence(text)}.`))
    .join(' ');
}
