import type { AssessedSubject } from './assessed-fields.ts';
import type { Debt, ProductStanding } from './assessment.ts';
import { isExtendedFree } from './lifecycle-row.ts';
import { evidenceOfField, textOf } from './evidence.ts';

/** The debts of the products on an asset; none for those without a verdict. */
export function supportDebts(products: readonly ProductStanding[]): Debt[] {
  return products.flatMap((standing) => debtOf(standing) ?? []);
}

function debtOf(standing: ProductStanding): Debt | null {
  const { product, state, until, extended_until: extended, values, releases } = standing;
  const evidence = { product, values, releases };
  const sources = sourcesOf(standing);
  const ended = until === null ? null : `security updates ended ${until}`;
  if (state === 'end_of_life') {
    const paid =
      extended === null
        ? null
        : `${isExtendedFree(releases) ? 'free long-term' : 'extended'} support ended ${extended}`;
    const message = `${product}: ${[ended, paid].filter((part) => part !== null).join(', ')} ${sources}.`;
    return { kind: 'end_of_life', severity: 'error', message, ...evidence };
  }
  if (state === 'extended_support_only') {
    const isFree = isExtendedFree(releases);
    const support = isFree ? 'come from free long-term support' : 'only with extended support';
    const days = extended === null ? '' : ` until ${extended}`;
    const bought = isFree ? '' : ', which has to be bought';
    const message = `${product}: ${ended}; further updates ${support}${days}${bought} ${sources}.`;
    return { kind: 'end_of_life', severity: 'warning', message, ...evidence };
  }
  if (state !== 'ends_soon') return null;
  const message = `${product}: security updates end ${until} ${sources}.`;
  return { kind: 'end_of_support_soon', severity: 'warning', message, ...evidence };
}

/** `(endoflife.date/rhel, as of 2026-08-22; weak source)`. */
function sourcesOf({ releases }: ProductStanding): string {
  const sources = [...new Set(releases.map((release) => release.source ?? 'no source named'))];
  const oldest = releases.reduce((day, release) => (release.as_of < day ? release.as_of : day), '9999');
  const weak = releases.some((release) => release.is_weak) ? '; weak source' : '';
  return `(${sources.join(', ')}, as of ${oldest}${weak})`;
}

/** The end of support as the sheet itself says it. */
export function declaredDebt(asset: AssessedSubject, day: string): Debt | null {
  const declared = dayOf(textOf(asset, 'end_of_support_date'));
  if (declared === null || declared >= day) return null;
  return {
    kind: 'declared_end_of_support',
    severity: 'warning',
    product: null,
    message: `The sheet says that support or use ended ${declared}.`,
    values: evidenceOfField(asset, 'end_of_support_date'),
    releases: [],
  };
}

/** The day of an ISO date or time; null for anything else. */
export function dayOf(text: string | null): string | null {
  return text !== null && /^\d{4}-\d\d-\d\d(?:$|T)/.test(text) ? text.slice(0, 10) : null;
}
