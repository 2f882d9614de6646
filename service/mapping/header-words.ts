/** Headers are hostile: no more than this is looked at, characters. */
const HEADER_MAX_CHARACTERS = 200;

/** A header cut into what it names and what it says about the measure. */
export interface HeaderWords {
  /** Lower case, singular, without prefixes, numbers and units. */
  words: string[];
  /** The unit a header carries: `gb`, `%`, `mhz` … */
  unit: string | null;
  /** `Network #3`, `Disk 2 size`: a header of a numbered series. */
  isNumbered: boolean;
}

/** Prefixes of exports that name the table or the customer's own fields, not the column. */
const PREFIX = /^(?:u_|x_[a-z0-9]+_|cmdb_ci_|cmdb_|ci_|serv_|srv_|dv_|ax_|custom_|attr_)(?=.)/;

const UNITS = new Map(
  Object.entries({
    gb: 'gb',
    gib: 'gb',
    gbs: 'gb',
    gigabyte: 'gb',
    mb: 'mb',
    mib: 'mb',
    megabyte: 'mb',
    tb: 'tb',
    tib: 'tb',
    kb: 'kb',
    kib: 'kb',
    byte: 'bytes',
    mhz: 'mhz',
    ghz: 'ghz',
    mbps: 'mbps',
    kbps: 'kbps',
    gbps: 'gbps',
    percent: '%',
    percentage: '%',
    pct: '%',
    '%': '%',
    usd: 'money',
    eur: 'money',
    $: 'money',
    '€': 'money',
    ms: 'ms',
    hour: 'time',
    hours: 'time',
    hrs: 'time',
    minute: 'time',
    minutes: 'time',
  }),
);

const ABBREVIATIONS = new Map(
  Object.entries({
    addr: 'address',
    anzahl: 'number',
    avg: 'average',
    caption: 'name',
    maximum: 'max',
    peak: 'max',
    sec: 'second',
    mem: 'memory',
    nr: 'number',
    num: 'number',
    no: 'number',
    '#': 'number',
    qty: 'number',
    cnt: 'count',
    desc: 'description',
    dept: 'department',
    env: 'environment',
    loc: 'location',
    mfr: 'manufacturer',
    mfg: 'manufacturer',
    mgr: 'manager',
    opsys: 'os',
    org: 'organization',
    proc: 'processor',
    srv: 'server',
    svr: 'server',
    sys: 'system',
    util: 'utilization',
    utilisation: 'utilization',
    ver: 'version',
    vm: 'vm',
    cfg: 'configuration',
    config: 'configuration',
    exp: 'expiration',
    mgmt: 'management',
    grp: 'group',
    datacentre: 'datacenter',
    organisation: 'organization',
    centre: 'center',
    lastseen: 'last seen',
    hostname: 'hostname',
    powerstate: 'power state',
    ipaddress: 'ip address',
    macaddress: 'mac address',
    serialnumber: 'serial number',
    purchasedate: 'purchase date',
    warrantydate: 'warranty date',
    servername: 'server name',
    disks: 'disk count',
    nics: 'nic count',
    firstseen: 'first seen',
    lasttried: 'last tried',
    poweron: 'power on',
    appid: 'app id',
    assetid: 'asset id',
    assetname: 'asset name',
    osname: 'os name',
    osversion: 'os version',
    ramgb: 'ram gb',
  }),
);

/** Words that carry no meaning in a header. */
const FILLERS = new Set([
  'on',
  'by',
  'with',
  'the',
  'of',
  'in',
  'for',
  'a',
  'an',
  'and',
  'to',
  'according',
  'per',
  'is',
  'de',
  'du',
  'del',
  'la',
  'le',
  'des',
  'der',
  'die',
  'das',
  'und',
  'y',
  'et',
]);
/** … unless the whole phrase is an alias of its own, such as `in use` or `assigned to`. */
const KEPT_PHRASES =
  /\b(?:in use|in service|assigned to|used by|managed by|owned by|hosted on|runs on|depends on|per core|per cpu|end of life|end of support|in scope|go live|(?:network|net) in)\b/;

export function headerWords(header: string): HeaderWords {
  const plain = header
    .slice(0, HEADER_MAX_CHARACTERS)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('ß', 'ss')
    .replace(/\((?:go|mo)\)/gi, (unit) => (/g/i.test(unit) ? ' gb ' : ' mb '))
    .replace(/\b([kmg])b\/s\b/gi, ' $1bps ')
    .replace(/\/s(?:ec)?\b/gi, ' per second ')
    .replace(/\b(?:[kmgt]i?b|[mg]hz)\b/gi, (unit) => ` ${unit.toLowerCase()} `)
    .replace(/(\p{Lu}{2,})s\b/gu, '$1')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/^[\s*]+/, '')
    .replace(/[\s.:]+$/, '');
  const bare = stripPrefix(plain).replaceAll('_', ' ').replaceAll('#', ' # ').trim();
  const raw = bare
    .split(/[^\p{L}\p{N}%#$€]+/u)
    .flatMap((token) => (ABBREVIATIONS.get(token) ?? token).split(' '))
    .filter((token) => token !== '');
  const isNumbered = /(?:#\s+|\b(?:tag|disk|network|nic|ip|type|vlan)\s+)\d{1,2}\b/.test(bare);
  // `Network #1` numbers its columns and `# CPU` says the obvious, but `# VMs` is a count of something.
  const isPlainNumber = isNumbered || /^#\s+(?:cpu|core|memory|ram)/.test(bare);
  const unit = raw.map((token) => UNITS.get(token)).find((found) => found !== undefined) ?? null;
  const meaningful = raw.filter(
    (token) =>
      !UNITS.has(token) &&
      !(token === 'number' && isPlainNumber) &&
      !(/^\d+$/.test(token) && !/\b[67] ?r\b/.test(bare)),
  );
  const keepsFillers = KEPT_PHRASES.test(bare);
  const words = meaningful.filter((token) => keepsFillers || !FILLERS.has(token)).map(singular);
  return { words: words.length > 0 ? words : meaningful.map(singular), unit, isNumbered };
}

/** `u_server.serial_number` keeps its last part, `owner.name` both of one word; known prefixes go. */
function stripPrefix(text: string): string {
  const parts = /^[a-z0-9_]+(?:\.[a-z0-9_]+)+$/.test(text) ? text.split('.') : [text];
  const walked = (parts.at(-1) ?? '').includes('_') ? (parts.at(-1) ?? '') : parts.slice(-2).join('_');
  return walked.replace(PREFIX, '');
}

/** Only what is safe in a header: `addresses` → `address`, `cores` → `core`, but `status`, `os`, `dns` stay. */
export function singular(word: string): string {
  // `Processor` says which, `Processors` how many.
  if (word === 'processors') return word;
  if (word.length < 4 || /(?:ss|us|is|os|as|ns|ps)$/.test(word)) return word.replace(/^(cpu|vcpu|vm|nic|ip)s$/, '$1');
  if (/sses$|xes$/.test(word)) return word.slice(0, -2);
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
