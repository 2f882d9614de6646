import { sentence } from '#shared/field-label.ts';

/** A reason as a sentence of its own, its dates kept on one line. */
export function reasonText(text: string): string {
  return sentence(text).replace(/\d{4}-\d\d-\d\d/g, (date) => date.replaceAll('-', '\u2011'));
}
