import { formatNumber } from '#shared/format.ts';
import { READ_MAX_CHARACTERS } from '#shared/limits.ts';
import type { CleansingRule } from '#shared/cleansing-rule-words.ts';
import type { FindingCode } from '#shared/finding-words.ts';
import type { FindingSeverity } from '#shared/statuses.ts';

interface FoundRule {
  severity: FindingSeverity;
  /** After "n cells of "Column": ": what they hold and what to do. */
  words: string;
}

const warning = (words: string): FoundRule => ({ severity: 'warning', words });
const info = (words: string): FoundRule => ({ severity: 'info', words });

/** Mappings are locked when cells are cleansed: what only a person can say is said when the sheet is imported again. */
const sayAnew = (what: string): string =>
  `The mappings of this import are locked: to ${what}, import the sheet again and answer beside the mapping of the column`;

const TYPE_AGAIN =
  'What was typed is lost: format the column as text, enter these again from their source and import the sheet again';

/** Rules whose cells people are told about. Any other rule that could not read a cell is told of in general words. */
const FOUND_RULES = {
  placeholder: info('a word or sign for "not known", taken for blank'),
  'date-ambiguous': warning(`day first or month first? ${sayAnew('say which')}`),
  'day-month-contradicts': warning(
    `the order of day and month is not the one that was chosen. Each is read the only way it can be; compare the others of the column with their source, since 03/04 follows the choice. ${sayAnew('choose again')}`,
  ),
  'date-incomplete': warning('a month, a quarter or a year, not a day'),
  'date-implausible': warning('a date that no inventory has'),
  'not-a-date': warning('no date'),
  'number-ambiguous': warning(`one mark before three digits, of thousands or of decimals? ${sayAnew('say which')}`),
  'not-a-number': warning('no number'),
  'not-a-count': warning('no whole number from 0'),
  negative: warning('below zero, which what the field holds cannot be'),
  'cost-period': warning('a cost of a time that does not tell the cost of a year'),
  'currency-contradicts': warning(
    'an amount in one currency, of which another column of the row names another; the amount is kept, its currency left open',
  ),
  'unit-missing': warning(`no unit, and none in the header. ${sayAnew('say which it is')}`),
  'unit-unknown': warning('a unit that the field is not measured in'),
  'vocabulary-unknown': warning(`none of the allowed values. ${sayAnew('give these a meaning')}`),
  'boolean-unknown': warning('neither yes nor no'),
  'os-unknown': warning('no operating system we know'),
  'os-several': warning('several operating systems'),
  'os-outside': info('an operating system without end-of-life data here'),
  'not-an-os': warning('no name of an operating system'),
  'version-unknown': warning('no version'),
  'architecture-unknown': warning('no architecture'),
  'ip-invalid': warning('no IP address'),
  'ip-network': warning('a network, not an address'),
  'ip-partly': warning('something that is no IP address beside one, left out'),
  'mac-invalid': warning('no MAC address'),
  'mac-partly': warning('something that is no MAC address beside one, left out'),
  'list-partly': warning('several values, some of which cannot be read and are left out'),
  'hostname-invalid': warning('no host name'),
  'fqdn-invalid': warning('no host name'),
  'fqdn-without-domain': warning('a host name without a domain'),
  'serial-rounded': warning(
    `a number that a spreadsheet rounded, so that different things would share it. ${TYPE_AGAIN}`,
  ),
  'spreadsheet-made': warning(`a date or a number that Excel made of a name, number or address. ${TYPE_AGAIN}`),
  'text-too-long': warning(
    `a text of more than ${formatNumber(READ_MAX_CHARACTERS)} characters, which only fields that keep texts have`,
  ),
  'not-a-serial': warning('no serial number'),
  'not-a-name': warning('no name of a person'),
} as const satisfies Partial<Record<CleansingRule, FoundRule>>;

/** What to do about a question that a column leaves open. */
export const ADVICE = sayAnew('say how it is meant');

type FoundRuleName = keyof typeof FOUND_RULES;
type Underscored<Name extends string> = Name extends `${infer Head}-${infer Rest}`
  ? `${Head}_${Underscored<Rest>}`
  : Name;

const isListed = (rule: string): rule is FoundRuleName => Object.hasOwn(FOUND_RULES, rule);

/** Whether the cells of a rule are listed: all that could not be read, and what people should know of the others. */
export function isFoundRule({ rule, outcome }: { rule: string; outcome: string }): boolean {
  return outcome === 'unsaid' || isListed(rule);
}

/** With the code of its finding. */
export function foundRule(rule: string): FoundRule & { code: FindingCode } {
  if (!isListed(rule)) return { ...warning('nothing that can be read'), code: 'not_read' };
  return { ...FOUND_RULES[rule], code: rule.replaceAll('-', '_') as Underscored<FoundRuleName> };
}
