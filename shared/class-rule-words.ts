/**
 * The words for a class rule, which said what a record is about. Exports, the API and the command line keep the rule's
 * name.
 */
const WORDS = {
  'asset-type': 'Its type in the record',
  'asset-type-virtual': 'Its type, and that it is said to be virtual',
  'is-virtual': 'It is said to be virtual',
  'physical-flag': 'It is said to be physical',
  'physical-type': 'Its type, a physical machine',
  'physical-hypervisor-host': 'Its type, a host of virtual machines',
  'physical-hypervisor-system': 'Its operating system, which runs virtual machines',
  'physical-model': 'Its hardware model, that of a physical server',
  'virtual-model': 'Its hardware model, that of a virtual machine',
  'network-model': 'Its hardware model, that of a network device',
  'runs-on-host': 'It names the host it runs on',
  'database-engine': 'A database engine, and the host it names',
  'cloud-resource': 'Its id or size, which only a cloud gives',
  'traces-disagree': 'What it says of itself disagrees: nothing tells which holds',
  'operating-system': 'Its operating system',
  'machine-fields': 'It has what only a machine has: cores, memory or an operating system',
  sheet: 'The RVTools sheet it stands on',
  'physical-sheet': 'The RVTools sheet of hosts',
  'sheet-name': 'The name of its sheet or file',
  'physical-sheet-name': 'The name of its sheet, which lists physical machines',
  'header-word': 'The header over its name',
  'nothing-tells': 'Nothing in the record or its sheet tells',
} as const;

/** Every rule that can have classified a record; the classifier knows no other. */
export type ClassRule = keyof typeof WORDS;

export const classRules = Object.keys(WORDS) as ClassRule[];

/** In words. Of an asset that only has parts, no rule says anything; one of a later or earlier service shows its name. */
export function classRuleWords(rule: string): string {
  if (rule === '') return WORDS['nothing-tells'];
  return Object.hasOwn(WORDS, rule) ? WORDS[rule as ClassRule] : `The rule ${rule.replaceAll('-', ' ')}`;
}
