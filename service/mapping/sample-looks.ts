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
