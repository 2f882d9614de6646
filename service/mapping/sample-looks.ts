import type { ColumnProfile } from '../profiling/column-profile.ts';
import { saysNothing } from './placeholder-words.ts';

/**
 * The contents of a column's first values among other things: nested exports (JSON, `scsi0:…[size=32G]`) and people's
 * own sheets (`2 TB SSD`, `C: 500 GB`) wrap values that a detector of whole values would know. Each pattern is linear;
 * samples are cut at 120 characters.
 */
const PATTERNS = {
  ip_inside: /(?<![\d.])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d.])/,
  mac_inside: /(?<![0-9a-f:-])[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![0-9a-f:-])/i,
  size_inside: /\d ?[[(]?(?:[kmgtp](?:i?b|o)?|gigas?|teras?)(?![a-z0-9])/i,
  cpu_count: /^\d{1,4}[ -]?(?:x ?\d{1,4} ?)?(?:v?cpus?|v?cores?|[sct]\b|threads?|kerne|coeurs|cœurs|n[uú]cle[oi]s?)/i,
  t_shirt_size: /^(?:x{0,3}[sl]|m)(?: ?[/(,;].{0,40})?$/i,
  public_cloud: /^(?:aws|azure|gcp|oci|amazon|google cloud|microsoft azure|ibm cloud|alibaba|ovh|on-?prem)/i,
  /** `Wed, 19 Apr 2023`, `2026 Jan 12 09:14`, `Apr 3, 2024`: days with their months written out. */
  written_day:
    /(?<![a-z\d])(?:\d{1,2}(?:st|nd|rd|th)?[ .-]{1,2}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[ .,-]{1,2}\d{2,4}|\d{4}[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[ -]\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})(?!\d)/i,
  /** What a tool calls its own first setting, group or level, before anybody named one. */
  preset: /^(?:[(<]?default\b|primary$|secondary$)/i,
  /** How well an asset is kept, or how worn it is. */
  physical_condition:
    /^(?:(?:very |muy |sehr |tr[eè]s |molto |muito )?(?:good|fair|poor|bad|excellent|buen[oa]|mal[oa]|excelente|gut|schlecht|bon|bonne|mauvais|mauvaise|buon[oa]|cattiv[oa]|bom|boa|ruim|ruins|goed|slecht|scratched|damaged))$/i,
  /** How a run or a change of settings ended. */
  outcome:
    /^(?:success(?:ful|fully)?|succeeded|fail(?:ed|ure)?|completed(?: successfully)?|partial(?:ly)? (?:success|failed))$/i,
  /** Which way traffic or copies go. */
  direction:
    /^(?:in|out|both|incoming|outgoing|inbound|outbound|ingress|egress|bidirectional|upload|download|entrante|sortante|saliente|eingehend|ausgehend)$/i,
  /** `C9300-48P`, `MX-2640`: capitals and digits around hyphens, as makers name their products. */
  part_number: /^(?=[^-]*\d|[A-Z]+-[A-Z]*\d)[A-Z][A-Z0-9]*(?:-[A-Z0-9/+]+)+$/,
  network_address: /^(?:\d{1,3}\.){3}0$/,
  /** A database engine by its full name, `SQL Server 2019`: in no other column does it stand alone. */
  engine_product:
    /^(?:(?:microsoft |ms )?sql ?server\b|oracle (?:database|db|rdbms|\d)|postgre(?:s|sql)\b|my ?sql\b|maria ?db\b|mongo ?db\b|(?:ibm )?db2\b|sap hana\b|sybase\b|informix\b|cassandra\b|redis\b)/i,
  hosting_word:
    /^(?:saas|paas|iaas|on[- ]?prem(?:ises?)?|(?:public|private|hybrid) cloud|hybrid|(?:self|externally|vendor)[- ]hosted|colo(?:cation)?)$/i,
  /** `m5.large`, `Standard_D2s_v3`, `db.r5.large`, `e2-medium`: sizes that clouds give names to. */
  instance_type:
    /^(?:(?:standard|basic)_[a-z]{1,3}\d{1,3}\w*|(?:db|cache)\.[a-z]\w{1,4}\.\w+|[a-z]{1,4}\d{1,2}[a-z-]{0,6}\.(?:nano|micro|small|medium|large|metal|\d{0,2}xlarge)|[a-z]\d{1,2}[a-z]?-(?:standard|highmem|highcpu|micro|small|medium|custom|ultramem|megamem)[\w-]*|vm\.(?:standard|optimized|densei?o|gpu)\S*|s-\d+vcpu-\S+|ecs\.\w+\.\w+)$/i,
  /** How a cloud lends a machine. */
  purchase_option: /^(?:spot|on[- ]?demand|reserved|preemptible|scheduled|capacity[- ]block|low[- ]priority)$/i,
  on_premises: /^on[- ]?prem/i,
  digit: /\d/,
  letter: /\p{L}/u,
  cpe: /^cpe:/i,
  netmask: /^255\.(?:255|254|252|248|240|224|192|128|0)\.\d{1,3}\.\d{1,3}$/,
  clock_speed: /\d ?[kmg]hz(?![a-z])/i,
  /** `OU=Servers,DC=example,DC=com`: where an account lies; `CN=` names the account itself. */
  directory_unit: /^(?:ou|dc)=[^,=]/i,
  /** Serial numbers that VMware, Parallels, Hyper-V with Azure, and Amazon give their machines. */
  machine_serial:
    /^(?:(?:vmware|parallels)-[0-9a-f]{2}(?:[ -][0-9a-f]{2}){2,15}|\d{4}(?:-\d{4}){5}-\d{2}|ec2[0-9a-f]{5}-[0-9a-f-]{20,30})$/i,
  database_engine:
    /oracle|sql|postgre|maria|mongo|db ?2|sybase|informix|hana|redis|cassandra|teradata|elastic|couch|dynamo|aurora|firebird|neo4j|cosmos|progress|adabas|ingres|access|filemaker|snowflake|redshift|exadata|influx|cockroach|vertica|netezza|greenplum|memcache|dbase|\d[cgi](?![a-z\d])/i,
  /** The outcome of a check, not its subject. */
  verdict:
    /^(?:(?:in|out of) compliance|(?:not |non[- ]?|un)?(?:compliant|conform[a-z]*|passed|failed|pass|fail|evaluated|assessed))$/i,
  interface_name:
    /^(?:eth|ens|eno|enp|bond|vmnic|vmk|wlan|gi|te|fa|gigabitethernet|po|lo|br)[-_ ]?\d[\w/.:-]*(?:[ ,;|]|$)/i,
  /** `VMware virtual machine`, `Layer 3 switches`. */
  kind_of_asset:
    /(?<![\p{L}\d])(?:servers?|machines?|workstations?|laptops?|notebooks?|desktops?|tablets?|printers?|routers?|switch(?:es)?|firewalls?|databases?|applications?|load balancers?|access points?|phones?|cameras?|appliances?|controllers?|containers?|pumps?|scanners?|serveurs?|servidor(?:es)?)$/iu,
  /** `ProLiant DL380 Gen10`, `PowerEdge R740`: lines of products that no other thing is called after. */
  product_line:
    /^(?:hpe? )?(?:power ?edge|pro ?liant|think ?(?:system|pad|centre|center|station)|primergy|opti ?plex|latitude|precision|elite ?(?:book|desk)|pro ?(?:book|desk)|z ?book|catalyst|nexus|apollo|synergy|integrity|power ?(?:vault|store|max|scale)|compellent|unity|fas|aff|synology|macbook|imac|surface)\b.{0,40}\d/i,
  /** `HP DL380 G10`, `Cisco C9500-24Y4C`: a maker, then a word with a number. */
  maker_and_model:
    /^(?:dell|hpe?|hewlett[ -]packard|ibm|lenovo|cisco|fujitsu|supermicro|apple|juniper|netapp|emc|huawei|hitachi|acer|asus|arista|aruba|fortinet|canon|epson|samsung|brother|apc|ubiquiti|mikrotik|synology|qnap|ricoh|kyocera|lexmark)\b.{0,40}?\b(?=\S{0,20}\d)/i,
} as const;
export type SampleLook = keyof typeof PATTERNS;

/** Whether every sample is a word or mark for "nothing known"; not where there are none. */
export function areAllPlaceholders({ samples }: ColumnProfile): boolean {
  return samples.length > 0 && samples.every((sample) => saysNothing(foldedSample(sample)));
}

const foldedSample = (sample: string): string => sample.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Share of the samples that hold it, 0–1; 0 where there are none. */
export function sampleShare({ samples }: ColumnProfile, look: SampleLook): number {
  return samples.length === 0 ? 0 : samples.filter((sample) => PATTERNS[look].test(sample)).length / samples.length;
}
