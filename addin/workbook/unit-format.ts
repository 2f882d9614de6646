import { isCurrency } from '#shared/currencies.ts';
import { PARTS } from './currency-format.ts';

/** One section of a number format: above zero, below zero, zero. */
interface Section {
  before: string;
  after: string;
  digits: string;
  isPercent: boolean;
}

const CONDITION = /\[[<>=]/;
/** What bookkeepers put around numbers below zero. */
const AROUND = /[\s()+−–-]/g;
const ZEROS = /^0{2,}$/;

/**
 * How cells of a number format are shown that puts letters or a percent sign around the number: `512 MB` of `0 "MB"`,
 * `AT-0042` of `"AT-"0000`, `95%` of `0%`. Digits are not rounded as Excel shows them: all that are stored stay. Null
 * where there is nothing but digits, a currency, thousands, or something that hangs on the number.
 */
export function unitOfFormat(format: string): ((value: number) => string) | null {
  const sections = CONDITION.test(format) ? null : sectionsOf(format);
  const [first, ...others] = sections?.filter(({ digits }) => digits !== '') ?? [];
  if (first === undefined || others.some((other) => unitOf(other) !== unitOf(first))) return null;
  const unit = unitOf(first);
  if (!(first.isPercent || /[\p{L}%]/u.test(unit)) || showsCurrency(`${first.before} ${first.after}`)) return null;
  const { before, after, digits, isPercent } = first;
  return (value) => {
    const number = Math.abs(isPercent ? Number((value * 100).toPrecision(15)) : value);
    return `${value < 0 ? '-' : ''}${before}${digitsOf(number, digits)}${after}`.trim();
  };
}

/** With the zeros that the format shows before it. Three decimals get a fourth: read alone, they may be thousands. */
function digitsOf(number: number, digits: string): string {
  const text = String(number);
  if (ZEROS.test(digits) && Number.isSafeInteger(number)) return text.padStart(digits.length, '0');
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

const unitOf = ({ before, after }: Section): string => `${before}#${after}`.replace(AROUND, '');

const showsCurrency = (text: string): boolean => /\p{Sc}/u.test(text) || text.split(/[^\p{L}]+/u).some(isCurrency);

/** Null for what stands between digits, and for thousands. */
function sectionsOf(format: string): Section[] | null {
  const blank = (): Section => ({ before: '', after: '', digits: '', isPercent: false });
  const sections = [blank()];
  for (const { groups = {} } of format.matchAll(PARTS)) {
    const section = sections.at(-1) ?? blank();
    const { quoted, escaped, sign, end, digits, plain } = groups;
    if (end !== undefined) sections.push(blank());
    else if (digits !== undefined && /[0#g]/i.test(digits)) {
      if (section.after.trim() !== '' || digits.endsWith(',')) return null;
      section.digits += digits;
      section.after = '';
    } else {
      const text = quoted ?? escaped ?? sign ?? plain ?? digits ?? '';
      if (section.digits === '') section.before += text;
      else section.after += text;
      section.isPercent ||= plain === '%';
    }
  }
  return sections;
}
