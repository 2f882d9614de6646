import type { AssetClass } from '#shared/statuses.ts';
import { folded } from '../cleansing/plain-text.ts';

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

/**
 * What serves something or makes it up is a machine: `Database Servers`, `Cluster Nodes`, `Datenbankserver`, `Serveurs de
 * bases de données`. What stores or switches may be called a node of that.
 */
const OF_SOMETHING = new RegExp(
  [
    '\\b(?:app(?:lication)?s?|databases?|db|clusters?|containers?|clients?|storage|network) ?servers?\\b',
    '\\b(?:app(?:lication)?s?|databases?|db|clusters?|containers?) ?(?:hosts?|nodes?)\\b',
    '\\b(?:datenbank(?:en)?|speicher|netzwerk|anwendungs?|applikations?) ?(?:servern?|hosts?)\\b',
    '\\b(?:datenbank|cluster|container) ?knoten\\b',
    '\\bserveurs? (?:d applications?|applicatifs?|(?:de )?(?:bases? de )?donnees|(?:de )?bdd|de conteneurs?|de stockage)\\b',
    '\\bservidor(?:es)? de (?:aplicac[a-z]+|(?:las? )?bases? de datos|bancos? de dados|contenedores|almacenamiento)\\b',
    '\\bserver applicativi\\b|(?<!sql )\\bserver (?:di |per )?(?:database|basi (?:di )?dati)\\b',
    '\\b(?:n(?:oe|œ)uds?|nodos?|nodi|nos?) (?:du|de|del|di|do) (?:clusters?|grappes?)\\b',
  ].join('|'),
);

/** A network of storage, not a saint a place is called after. */
const SAN =
  'san(?=$| \\d| (?:arrays?|luns?|volumes?|disks?|devices?|systems?|controllers?|units?|inventory|assets?|list|report|export|infrastructure|capacity|systeme?|inventar|inventaire|inventario)\\b)';

/**
 * Words of a sheet's name or of the header over the names, folded, in English, German, French, Spanish, Italian and
 * Portuguese, in the order they are looked for: `VM Hosts` are hosts.
 */
const WORD_CLASSES: readonly (readonly [RegExp, AssetClass])[] = [
  [/\b(?:esxi?|vm ?hosts?|hypervisors?|hyperviseurs?|hipervisor(?:es)?)\b/, 'server'],
  [OF_SOMETHING, 'server'],
  [
    /\b(?:vms?|virtual (?:machines?|servers?)|vm names?|ec2|virtuelle (?:maschinen?|server)|(?:machines?|serveurs?) virtuel(?:le)?s?|maquinas? virtua(?:l|les|is)|servidor(?:es)? virtual(?:es)?|macchin[ae] virtual[ei])\b/,
    'virtual_machine',
  ],
  [
    /\b(?:applications?|apps?|anwendung(?:en)?|applikation(?:en)?|anwendungsportfolio|applicatif|applicative|aplicacion(?:es)?|applicazion[ei]|aplicac(?:ao|oes))\b/,
    'application',
  ],
  [
    /\b(?:databases?|dbs?|datenbank(?:en)?|bases? de donnees|bdd|bases? de datos|bas[ei] (?:di )?dati|bancos? de dados)\b/,
    'database',
  ],
  [/\binstances?\b/, 'virtual_machine'],
  [/\b(?:clusters?|clusteres|grappes?)\b/, 'cluster'],
  [
    /\b(?:network devices?|network|switch(?:es)?|routers?|firewalls?|netzwerk(?:gerate|komponenten)?|reseaux?|de red(?:es)?|redes|(?:di|dispositivi) rete|routeurs?|commutateurs?|pare feux?|cortafuegos)\b|^red$|^rete$/,
    'network_device',
  ],
  [
    new RegExp(
      `\\b(?:storage|datastores?|${SAN}|nas|speicher(?:systeme?)?|stockage|baies? de disques?|almacenamiento|cabinas?|archiviazione|armazenamento)\\b`,
    ),
    'storage',
  ],
  [/\b(?:containers?|pods?|conteneurs?|contenedor(?:es)?|contentores)\b/, 'container'],
  [
    /\b(?:desktops?|laptops?|workstations?|clients?|notebooks?|arbeitsplatz(?:e|rechner)?|postes? de travail|ordinateurs?|portatiles|(?:puestos?|estaciones) de trabajo)\b/,
    'desktop',
  ],
  [/\b(?:servers?|serveurs?|servidor(?:es)?)\b/, 'server'],
];

/** What parts the kinds of things that one sheet lists: `Applications & Databases`, `Red y almacenamiento`. */
const BETWEEN_KINDS = /\s(?:and|und|et|y|e)\s|[&+,;]/;

const SERVER_FAMILIES = new Set(['windows_server', 'aix', 'hpux', 'solaris']);
const HYPERVISOR_FAMILIES = new Set(['vmware_esxi', 'hyperv', 'xenserver']);
const DESKTOP_FAMILIES = new Set(['windows_client', 'macos']);
const WORDS_MAX_CHARACTERS = 200;

export function classOfTypeWord(word: string): AssetClass | null {
  return CLASS_OF_TYPE.get(word) ?? null;
}

/** Null where the words say nothing, or name several kinds of things. */
export function classOfSheetWords(text: string): AssetClass | null {
  const parts = folded(text.slice(0, WORDS_MAX_CHARACTERS).replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 ')).split(
    BETWEEN_KINDS,
  );
  const [found, ...others] = new Set(parts.flatMap((part) => classOfWords(part) ?? []));
  return others.length === 0 ? (found ?? null) : null;
}

function classOfWords(text: string): AssetClass | null {
  const words = text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return WORD_CLASSES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** Only systems that run on one kind of machine tell; Linux runs on all of them. */
export function classOfOperatingSystem(family: string): AssetClass | 'hypervisor' | null {
  if (HYPERVISOR_FAMILIES.has(family)) return 'hypervisor';
  if (SERVER_FAMILIES.has(family)) return 'server';
  return DESKTOP_FAMILIES.has(family) ? 'desktop' : null;
}
