import type { AssetClass } from '#shared/statuses.ts';

/** The words of the `asset_type` vocabulary (service/mapping/vocabularies.ts) as classes. */
const CLASS_OF_TYPE: ReadonlyMap<string, AssetClass> = new Map([
  ['server', 'server'],
  ['virtual_machine', 'virtual_machine'],
  ['hypervisor_host', 'server'],
  ['workstation', 'desktop'],
  ['mobile_device', 'other'],
  ['application', 'application'],
  ['database', 'database'],
  ['network_device', 'network_device'],
  ['storage', 'storage'],
  ['cluster', 'cluster'],
  ['container', 'container'],
  ['appliance', 'other'],
  ['printer', 'other'],
  ['power_device', 'other'],
  ['peripheral', 'other'],
]);

/** Words of a sheet's name or of the header over the names, in the order they are looked for: `VM Hosts` are hosts. */
const WORD_CLASSES: readonly (readonly [RegExp, AssetClass])[] = [
  [/\b(?:esxi?|vm ?hosts?|hypervisors?)\b/, 'server'],
  [/\b(?:vms?|virtual (?:machines?|servers?)|vm names?|instances?)\b/, 'virtual_machine'],
  [/\b(?:applications?|apps?|anwendungen|anwendung)\b/, 'application'],
  [/\b(?:databases?|dbs?|datenbanken|datenbank)\b/, 'database'],
  [/\b(?:clusters?)\b/, 'cluster'],
  [/\b(?:network devices?|network|switches|routers?|firewalls?|netzwerk)\b/, 'network_device'],
  [/\b(?:storage|datastores?|san|nas)\b/, 'storage'],
  [/\b(?:containers?|pods?)\b/, 'container'],
  [/\b(?:desktops?|laptops?|workstations?|clients?|notebooks?)\b/, 'desktop'],
  [/\b(?:servers?|server names?)\b/, 'server'],
];

const SERVER_FAMILIES = new Set(['windows_server', 'aix', 'hpux', 'solaris']);
const HYPERVISOR_FAMILIES = new Set(['vmware_esxi', 'hyperv', 'xenserver']);
const DESKTOP_FAMILIES = new Set(['windows_client', 'macos']);
const WORDS_MAX_CHARACTERS = 200;

export function classOfTypeWord(word: string): AssetClass | null {
  return CLASS_OF_TYPE.get(word) ?? null;
}

export function classOfSheetWords(text: string): AssetClass | null {
  const words = text
    .slice(0, WORDS_MAX_CHARACTERS)
    .replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return WORD_CLASSES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** Only systems that run on one kind of machine tell; Linux runs on all of them. */
export function classOfOperatingSystem(family: string): AssetClass | 'hypervisor' | null {
  if (HYPERVISOR_FAMILIES.has(family)) return 'hypervisor';
  if (SERVER_FAMILIES.has(family)) return 'server';
  return DESKTOP_FAMILIES.has(family) ? 'desktop' : null;
}
