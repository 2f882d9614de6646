/**
 * What a single text looks like. Every pattern is linear in its input (no nested repetition), and no more than
 * `DETECT_MAX_CHARACTERS` are looked at: cell text is hostile.
 */
import { isIPv4, isIPv6 } from 'node:net';
import { isCurrency } from '#shared/currencies.ts';
import { NO_WORDS, YES_WORDS } from '../engine-parts/yes-no.ts';
import {
  AT,
  COLON,
  COMMA,
  DIGIT,
  DOT,
  kindsOf,
  LETTER,
  SEPARATOR,
  SIGN,
  SLASH,
  SPACE,
  type CharacterKinds,
} from './character-kinds.ts';

/** Longer texts are prose to every detector. */
export const DETECT_MAX_CHARACTERS = 200;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const phrases = (list: string): ReadonlySet<string> => new Set(list.split('|'));

const ENVIRONMENTS = words(
  'prod production prd live test tst testing qa uat sit dev development devel stage staging stg preprod pre-prod pre-production dr sandbox training integration int acceptance produktion entwicklung produccion desarrollo recette producción pruebas produção homologação homologacao desenvolvimento producao teste testes produzione collaudo sviluppo preproduzione produktiv abnahme preprod preproducción homologation développement poc demo non-prod nonprod non-production pre-prd stg1 tst1 pprd drp',
);
const POWER_STATES = words('poweredon poweredoff powered-on powered-off suspended on off running stopped notrunning');
const STATUSES = phrases(
  'active|inactive|in use|in service|in production|in stock|installed|operational|non-operational|retired|retiring|decommissioned|disposed|live|planned|ordered|spare|maintenance|in maintenance|available|deployed|offline|online|up|down|staged|failed|inventory|aktiv|inaktiv|actif|activo|end of life|under repair|missing|stolen|absent|pending install|pending repair|running|stopped|deallocated|vm running|vm deallocated|checked out|connected|disconnected|enabled|disabled|deprovisioned|provisioned|reserved|production|obsolete|broken|new|used|in repair|in stock|stock|scrapped|lost|sold|archived|assigned|unassigned|ready to deploy|ausgemustert|in betrieb|lager|defekt|verkauft|ausser betrieb|en service|hors service|en stock|en panne|au rebut|réformé|en production|en uso|en almacén|en almacen|baja|de baja|en reparación|en reparacion|averiado|disponible|asignado|resguardo|ativo|inativo|em uso|em estoque|estoque|baixado|em manutenção|em manutencao|descartado|disponível|disponivel|attivo|inattivo|dismesso|in uso|in magazzino|guasto|rottamato|operativo|inactivo|actif|inactif',
);
const CRITICALITIES = phrases(
  'critical|high|medium|low|very high|very low|mission critical|business critical|1 - critical|2 - high|3 - medium|4 - low|1 - most critical|2 - somewhat critical|3 - less critical|4 - not critical|tier 0|tier 1|tier 2|tier 3|gold|silver|bronze|hoch|mittel|niedrig|kritisch|sehr hoch|alta|media|baja|alto|medio|bajo|crítico|critico|crítica|critica|muy alta|média|médio|baixa|baixo|élevée|élevé|moyenne|faible|haute|critique|bassa|basso|critical|essential|important|vital|non-critical|p1|p2|p3|p4|moderate',
);
const SIX_R = words(
  'rehost replatform refactor rearchitect re-host re-platform re-factor re-architect retire retain repurchase relocate rebuild replace',
);
const ARCHITECTURES = words(
  'x86 x64 x64-based x86-based x86_64 x86-64 amd64 arm arm64 aarch64 i386 i686 32-bit 64-bit 32bit 64bit ppc64le s390x sparc',
);
const YES_NO = new Set([...YES_WORDS, ...NO_WORDS, 'y', 'n', 't', 'f']);
const ASSET_TYPES = phrases(
  'server|servers|virtual machine|virtual|vm|physical|physical server|workstation|laptop|desktop|notebook|printer|router|switch|firewall|network device|network gear|storage|storage device|application|database|cluster|load balancer|container|appliance|monitor|phone|tablet|access point|computer|linux server|windows server|esx server|hardware|software|pc|tower|rack|blade|rack server|blade server|tower server|all-in-one|thin client|tablet pc|chromebook|scanner|ups|pdu|nas|san|camera|ip phone|smartphone|mobile|docking station|projector|kvm|virtual server|ec2 instance|ordinateur|ordinateur portable|portable|pc portable|pc fixe|imprimante|serveur|serveur physique|serveur virtuel|commutateur|routeur|ecran|écran|téléphone|tablette|onduleur|borne|drucker|rechner|bildschirm|telefon|handy|arbeitsplatz|virtuelle maschine|netzwerkgerät|servidor|servidor físico|servidor virtual|impresora|portátil|ordenador|computadora|equipo|monitores|teléfono|celular|máquina virtual|torre|escritorio|computador|impressora|telefone|nobreak|stampante|portatile|fisso|telefono|gruppo di continuità|bastion host|hypervisor|host|base de datos|aplicación',
);

const OPERATING_SYSTEM =
  /\b(windows|win2k|win ?20\d\d|winsrv|rhel|red ?hat|centos|ubuntu|debian|suse|sles|oracle linux|oracle solaris|solaris|sunos|aix|hp-?ux|macos|mac os|os ?x|esxi|vmware photon|freebsd|linux|ios[- ]xe|junos|nx-os|fedora|rocky|almalinux|chrome ?os|android|darwin|aruba ?os|fortios|pan-os|ontap|z\/os|ibm i|amazon linux|openbsd|netbsd|alpine|kali|mint|opensuse|unix|ipados|proxmox|ms-dos|tru64|openvms|netware|arista eos|ios \d)/i;
const CPU_MODEL =
  /\b(xeon|opteron|epyc|core\(tm\)|core i\d|pentium|celeron|ryzen|intel\(r\)|intel core|amd [a-z]|power\d|core ?2|core ultra|i[3579][- ]\d{3,5}|e[357]-\d{4}|athlon|atom|graviton|ampere|apple m\d|snapdragon|sparc[ -]|itanium|turion|phenom|quad-core|dual-core|threadripper|cortex-)/i;
const HARDWARE_MAKER =
  /^(dell|hpe?|hewlett|ibm|lenovo|cisco|fujitsu|supermicro|vmware|nutanix|oracle|sun micro|apple|juniper|netapp|emc|huawei|hitachi|acer|asus|microsoft|arista|aruba|brocade|f5|palo alto|fortinet|intel|canon|epson|samsung|lg|xerox|brother|qemu|pure storage|toshiba|sony|msi|gigabyte|logitech|zebra|honeywell|ricoh|kyocera|konica|lexmark|oki|benq|philips|viewsonic|eizo|iiyama|aoc|apc|eaton|vertiv|emerson|schneider|tp-?link|d-?link|ubiquiti|mikrotik|meraki|ruckus|extreme|avaya|polycom|yealink|grandstream|synology|qnap|western digital|seagate|kingston|positivo|motorola|xiaomi|google|medion|wortmann|terra|bull|nec|hikvision|dahua|axis|zyxel|netgear|sophos|watchguard|check ?point|alcatel|nokia|siemens|panasonic|getac|dynabook|intelbras|datalogic|wyse|tripp|liebert|raritan|avocent|inspur|h3c|zte|quanta|packard bell|compaq|sharp|gateway|riello|legrand|bochs|innotek|xen|parallels)\b/i;
const HYPERVISOR = /\b(vmware|esxi?|vcenter|hyper-?v|ahv|kvm|xen|proxmox|virtualbox|nutanix)\b/i;
/** `esx-07`, `esxi.example.com`: what runs one, called after it. */
const NAMES_A_HOST = /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.[a-z]{2,24}$|^[a-z][\w-]{0,62}[a-z_-]\d{2,4}$/i;

/** `03.04.2019` has the shape of a version, but four digits at the end make it a day. */
const DAY_FIRST_DATE = /^(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d(?: .{0,14})?$/;

/** The detectors that recognise a text, one bit each: a whole number below 2³⁴. */
type Looks = number;

interface Detector {
  name: string;
  /** Kinds of characters that must all be there … */
  needs: number;
  /** … and kinds of which none may be. */
  lacks: number;
  /** At least one of these kinds; 0 asks for none. */
  oneOf: number;
  minLength: number;
  maxLength: number;
  test: (text: string) => boolean;
}

const detector = (
  name: string,
  test: Detector['test'],
  { needs = 0, lacks = 0, oneOf = 0, minLength = 1, maxLength = DETECT_MAX_CHARACTERS }: Partial<Detector> = {},
): Detector => ({ name, needs, lacks, oneOf, minLength, maxLength, test });

/** Names are what profiles count under; a value may be several things at once. */
const detectors: readonly Detector[] = [
  detector('ipv4', (text) => isIPv4(text.replace(/(?<![1-9])0{1,2}(?=\d)/g, '')), {
    needs: DIGIT | DOT,
    lacks: LETTER | SPACE,
    maxLength: 15,
  }),
  detector('ipv6', (text) => isIPv6(text.replace(/\/\d+$/, '')), { needs: COLON, lacks: SPACE, maxLength: 50 }),
  detector('ip_list', isIpList, { needs: DIGIT, oneOf: COMMA | SEPARATOR | SPACE, minLength: 5 }),
  detector(
    'network',
    (text) =>
      /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\/\d{1,2}$/.test(text) ||
      /^255\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(text) ||
      /^vlan[ _-]?\d+/i.test(text),
    { needs: DIGIT },
  ),
  detector(
    'mac',
    (text) =>
      /^[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}$/i.test(text) ||
      /^[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}$/i.test(text),
    { lacks: SPACE, minLength: 14, maxLength: 17 },
  ),
  detector('mac_digits', (text) => /^[0-9a-f]{12}$/i.test(text), { needs: DIGIT, minLength: 12, maxLength: 12 }),
  detector(
    'resource_path',
    (text) =>
      /^(?:arn:aws|ocid1\.|\/subscriptions\/|projects\/|urn:|crn:|https:\/\/www\.googleapis\.com\/)/i.test(text),
    { needs: LETTER, minLength: 8 },
  ),
  detector('uuid', (text) => /^\{?[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\}?$/i.test(text), {
    lacks: SPACE,
    minLength: 32,
    maxLength: 38,
  }),
  detector('email', (text) => /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text), { needs: AT | DOT, lacks: SPACE }),
  detector('url', (text) => /^(https?|ftp|ssh|git):\/\//i.test(text), { needs: COLON | SLASH }),
  detector('fqdn', (text) => /^(?=.*[a-z])[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.[a-z]{2,24}$/i.test(text), {
    needs: LETTER | DOT,
    lacks: SPACE | COLON | AT | COMMA | SLASH,
  }),
  detector('hostname', (text) => /^(?=[^\s]*[a-z])[a-z0-9][a-z0-9_-]{1,62}$/i.test(text) && /[0-9_-]/.test(text), {
    needs: LETTER,
    lacks: SPACE | DOT | COLON | AT | COMMA | SLASH,
  }),
  detector('operating_system', (text) => OPERATING_SYSTEM.test(text), { needs: LETTER, minLength: 3 }),
  detector(
    'version',
    (text) => !DAY_FIRST_DATE.test(text) && /^v?\d{1,5}(?:\.\d{1,6}){1,4}(?:[-+_ (][\w.() -]{0,40})?$/i.test(text),
    { needs: DIGIT | DOT },
  ),
  detector('cpu_model', (text) => CPU_MODEL.test(text), { needs: LETTER, minLength: 4 }),
  detector('manufacturer', (text) => HARDWARE_MAKER.test(text), { needs: LETTER }),
  detector('hypervisor', (text) => HYPERVISOR.test(text) && !NAMES_A_HOST.test(text), { needs: LETTER }),
  detector(
    'date_text',
    (text) =>
      /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ].{0,24})?$/.test(text) ||
      /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?: .{0,14})?$/.test(text) ||
      /^\d{1,2}[- ][a-z]{3,9}\.?[- ]\d{2,4}(?: .{0,14})?$/i.test(text) ||
      /^(?:[a-z]{3,9},? )?[a-z]{3,9}\.? \d{1,2},? \d{4}(?:,? .{0,18})?$/i.test(text) ||
      /^(?:\d{1,4}|an?) (?:second|minute|hour|day|week|month)s? ago$/i.test(text),
    { minLength: 6, maxLength: 40 },
  ),
  detector('integer', (text) => /^-?\d{1,3}(?:[,.']\d{3})+$|^-?\d{1,15}$/.test(text), {
    needs: DIGIT,
    lacks: LETTER | SPACE | COLON,
  }),
  detector('decimal', (text) => /^-?(?:\d{1,15}|\d{1,3}(?:[.,']\d{3}){1,4})[.,]\d{1,10}$/.test(text), {
    needs: DIGIT,
    lacks: LETTER | SPACE | COLON,
  }),
  detector('percent', (text) => /^-?\d{1,3}(?:[.,]\d{1,6})? ?%$/.test(text), { needs: DIGIT | SIGN, lacks: LETTER }),
  detector('money', isMoney, { needs: DIGIT, lacks: COLON | AT | SLASH, minLength: 2, maxLength: 26 }),
  detector('size_with_unit', (text) => /^\d[\d.,]{0,12} ?(?:[kmgtp]i?b|mhz|ghz)$/i.test(text), {
    needs: DIGIT | LETTER,
    maxLength: 18,
  }),
  detector('serial', (text) => /^(?=[^ ]*\d)(?=[^ ]*[a-z])[a-z0-9-]{5,30}$/i.test(text) || isMachineSerial(text), {
    needs: DIGIT,
    lacks: DOT | COLON | AT | COMMA | SLASH,
    minLength: 5,
  }),
  detector('person', (text) => /^\p{Lu}[\p{L}'-]{1,30},? (?:\p{Lu}\.? )?\p{Lu}[\p{L}'-]{1,30}$/u.test(text), {
    needs: LETTER | SPACE,
    lacks: DIGIT | COLON | AT | SLASH,
    maxLength: 70,
  }),
  detector('prose', (text) => /\S \S+ \S+ \S/.test(text) && !isMachineSerial(text), { needs: SPACE, minLength: 41 }),
];

/** Detectors that know whole values, in lower case. */
const vocabularies: readonly (readonly [name: string, values: ReadonlySet<string>])[] = [
  ['environment', ENVIRONMENTS],
  ['power_state', POWER_STATES],
  ['status', STATUSES],
  ['criticality', CRITICALITIES],
  ['six_r', SIX_R],
  ['architecture', ARCHITECTURES],
  ['yes_no', YES_NO],
  ['asset_type', ASSET_TYPES],
];

/** By bit. */
const names = [...detectors.map(({ name }) => name), ...vocabularies.map(([name]) => name)];

const known = new Map<string, Looks>();
for (const [at, [, values]] of vocabularies.entries())
  for (const value of values) known.set(value, (known.get(value) ?? 0) + 2 ** (detectors.length + at));
/** Nearly every other text is told from known values by its length and its kinds of characters. */
const knownShapes = new Set([...known.keys()].map((value) => shapeOf(value, kindsOf(value))));

function shapeOf(text: string, kinds: CharacterKinds): number {
  return kinds * (DETECT_MAX_CHARACTERS + 1) + text.length;
}

/** Those that a text of such characters can pass, by its kinds: most detectors need not look at most texts. */
const candidatesByKinds: (readonly (Detector & { bit: Looks })[] | undefined)[] = [];

function candidatesFor(kinds: CharacterKinds): readonly (Detector & { bit: Looks })[] {
  return (candidatesByKinds[kinds] ??= detectors
    .map((one, at) => ({ ...one, bit: 2 ** at }))
    .filter(
      ({ needs, lacks, oneOf }) =>
        (kinds & needs) === needs && (kinds & lacks) === 0 && (oneOf === 0 || (kinds & oneOf) !== 0),
    ));
}

/** The names of all detectors that recognise a non-blank cell text. */
export function detect(cellText: string): string[] {
  const text = cellText.trim();
  return text === '' ? [] : namesOf(looksOf(text, kindsOf(text)));
}

/** @param text trimmed, not blank; `kinds` are its own */
export function looksOf(text: string, kinds: CharacterKinds): Looks {
  if (text.length > DETECT_MAX_CHARACTERS) return PROSE;
  let looks = 0;
  for (const { bit, minLength, maxLength, test } of candidatesFor(kinds))
    if (text.length >= minLength && text.length <= maxLength && test(text)) looks += bit;
  return knownShapes.has(shapeOf(text, kinds)) ? looks + (known.get(text.toLowerCase()) ?? 0) : looks;
}

export function namesOf(looks: Looks): string[] {
  return names.filter((_, bit) => Math.floor(looks / 2 ** bit) % 2 === 1);
}

const PROSE: Looks = 2 ** names.indexOf('prose');

/** What VMware, Parallels, Amazon and Hyper-V give their machines: of several words, or of digits alone. */
function isMachineSerial(text: string): boolean {
  return /^(?:(?:vmware|parallels)-[0-9a-f -]{20,60}|ec2[0-9a-f]{5}-[0-9a-f-]{20,30}|\d{4}(?:-\d{4}){5}-\d{2})$/i.test(
    text,
  );
}

function isMoney(text: string): boolean {
  if (/^(?:[$€£¥]|usd|eur|gbp) ?-?\d[\d.,' ]{0,18}$|^-?\d[\d.,' ]{0,18} ?(?:[$€£¥]|usd|eur|gbp)$/i.test(text))
    return true;
  const after = /^-?\d[\d.,' ]{0,18} ?([^\d\s.,']{2,4})$/.exec(text)?.[1];
  return after !== undefined && isCurrency(after);
}

function isIpList(text: string): boolean {
  if (!/[,;|\s]/.test(text)) return false;
  const parts = text.split(/[,;|\s]+/).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => isIPv4(part) || isIPv6(part));
}
