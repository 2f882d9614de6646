/**
 * The words for a cleansing rule, after the text of the cell: `"44197", read as an Excel date number`. Exports, the API
 * and the command line keep the rule's name.
 */
const WORDS = {
  blank: 'which is blank',
  placeholder: 'taken for "not known"',
  text: 'kept as text',
  'cleansed-before': 'cleansed before',
  'decided-by-analyst': 'as an analyst approved',
  tags: 'read as keys and values',
  list: 'read as several values',
  'list-partly': 'read as several values, without those that say nothing',

  vocabulary: 'read as a name of this value',
  'vocabulary-unknown': 'not read: none of the allowed values',
  boolean: 'read as yes or no',
  'boolean-unknown': 'not read: neither yes nor no',
  'virtual-word': 'read as a word for virtual or physical',

  'excel-date': 'read as an Excel date',
  'excel-serial': 'read as an Excel date number',
  'date-text': 'read as a date written as text',
  'unix-time': 'read as seconds since 1970',
  'day-month-contradicts': 'read as a date in its only order, which is not that of the column',
  'not-a-date': 'not read: no date',
  'date-ambiguous': 'not read: day or month could come first',
  'date-incomplete': 'not read: no single day',
  'date-implausible': 'not read: too early or too late to be true',

  number: 'read as a number',
  count: 'read as a whole number',
  percent: 'read as per cent',
  size: 'read as a size',
  throughput: 'read as a throughput',
  frequency: 'read as a clock speed',
  money: 'read as an amount of money',
  'currency-of-format': 'read as an amount of money in the currency of its number format',
  'currency-of-column': 'read as an amount of money in the currency that a column beside it names',
  'currency-contradicts': 'read as an amount of money, its currency left open: a column names another',
  'cost-per-year': 'read as an amount of money and reckoned for a year',
  'cost-period': 'not read: of a time that does not tell the cost of a year',
  'not-a-number': 'not read: no number',
  'not-a-count': 'not read: no whole number from 0',
  'number-ambiguous': 'not read: the mark could be of thousands or of decimals',
  negative: 'not read: below zero',
  zero: 'not read: no machine has none',
  'percent-above-100': 'not read: above 100 per cent',
  'unit-missing': 'not read: no unit',
  'unit-alone': 'taken for the unit of its column',
  'unit-unknown': 'not read: a unit the field is not measured in',

  ip: 'read as an IP address',
  'ip-list': 'read as several IP addresses',
  'ip-partly': 'read as an IP address, without what is none',
  'ip-invalid': 'not read: no IP address',
  'ip-network': 'not read: a network, not an address',
  mac: 'read as a MAC address',
  'mac-list': 'read as several MAC addresses',
  'mac-partly': 'read as a MAC address, without what is none',
  'mac-invalid': 'not read: no MAC address',
  hostname: 'read as a host name',
  'hostname-from-fqdn': 'read as the host of a full name',
  'hostname-invalid': 'not read: no host name',
  fqdn: 'read as a host name with its domain',
  'fqdn-invalid': 'not read: no host name',
  'fqdn-without-domain': 'not read: a host name without a domain',

  'spreadsheet-made': 'not read: a date or number that a spreadsheet made of it',
  serial: 'kept as a serial number',
  'text-too-long': 'not read: too long a text',
  'not-a-serial': 'not read: no serial number',
  'serial-rounded': 'not read: a number that a spreadsheet rounded',
  'serial-several': 'not read: several serial numbers',
  person: 'kept as a name',
  'person-email': 'read as an e-mail address',
  'person-account': 'kept as a Windows account',
  'person-last-first': 'kept as a name, last name first',
  'not-a-name': 'not read: no name of a person',

  'os-windows': 'read as a Windows name',
  'os-windows-build': 'read as a build of Windows',
  'os-image': 'read as the name of an Azure image',
  'os-guest-id': 'read as a vSphere guest identifier',
  'os-guest-name': 'read as a name vSphere shows',
  'os-version': 'read as a release, its system not said',
  'os-outside': 'read as a system without end-of-life data here',
  'os-several': 'names several operating systems',
  'os-unknown': 'names no operating system we know',
  'not-an-os': 'not read: no name of an operating system',
  'version-unknown': 'not read: no version',
  architecture: 'read as an architecture',
  'architecture-unknown': 'not read: no architecture we know',
} as const;

/** `os-rhel`: the name of one family of systems. */
export type SystemNameRule = `os-${string}`;
const SYSTEM_NAME_WORDS = 'read as the name of an operating system';

/** Every rule that can have read a cell; the engine gives no other. */
export type CleansingRule = keyof typeof WORDS | SystemNameRule;

/** Rules with words of their own; those of single systems share theirs. */
export const wordedRules = Object.keys(WORDS) as (keyof typeof WORDS)[];

/** In words. A rule that a later service gives, or an earlier one gave, shows its name. */
export function cleansingRuleWords(rule: string): string {
  if (Object.hasOwn(WORDS, rule)) return WORDS[rule as keyof typeof WORDS];
  return rule.startsWith('os-') ? SYSTEM_NAME_WORDS : `read by ${rule.replaceAll('-', ' ')}`;
}
