import type { OperatingSystem } from '#service/cleansing/operating-system/os-reading.ts';
import type { Random } from './random.ts';
import { criticalities, environments, statuses, systemSpellings } from './wart-vocabulary.ts';

/** One asset as it is, before anybody wrote it down: every later cell is a way of writing one of these. */
export interface CleanAsset {
  /** Names the thing itself: all records of it carry the same group. */
  group: string;
  host: string;
  domain: string;
  serial: string;
  ipAddresses: readonly string[];
  mac: string;
  system: readonly [text: string, says: OperatingSystem];
  cores: number;
  memoryGb: number;
  storageGb: number;
  environment: string;
  status: string;
  criticality: string;
  isVirtual: boolean;
  /** ISO days. */
  purchased: string;
  warranty: string;
  costEur: number;
  owner: string;
  tags: readonly string[];
  datacenter: string;
  note: string;
}

const OWNERS = ['Ann Lee', 'Lee, Ann', 'Jürgen Groß', 'CORP\\jdoe', 'María-José García', 'Team Oracle'];
const TAGS = ['pci', 'sox', 'gdpr', 'web', 'backup', 'batch'];
const NOTES = ['Moved in 2021, see ticket', 'do not reboot', 'Ersatz bestellt; wartet auf Lieferung', 'x'];
const DAY_MS = 86_400_000;

export function makeAsset(random: Random, number: number): CleanAsset {
  const purchasedAt = Date.UTC(2012, 0, 1) + random.integer(0, 4_000) * DAY_MS;
  return {
    group: `asset-${number}`,
    host: `${random.pick(['srv', 'app', 'db', 'web'])}-${random.pick(['zrh', 'par', 'nyc'])}-${String(number).padStart(4, '0')}`,
    domain: random.pick(['corp.local', 'example.com', 'dmz.example.net']),
    serial: serialOf(random, number),
    ipAddresses: [`10.${random.integer(0, 200)}.${number >> 8}.${number % 256}`],
    mac: macOf(number),
    system: random.pick(systemSpellings),
    cores: random.pick([1, 2, 4, 8, 16, 32]),
    memoryGb: random.pick([1.5, 2, 4, 8, 16, 32, 64, 128]),
    storageGb: random.pick([40, 80.5, 100, 250, 512.5, 1024, 2048, 12_288]),
    environment: random.pick(Object.keys(environments)),
    status: random.pick(Object.keys(statuses)),
    criticality: random.pick(Object.keys(criticalities)),
    isVirtual: random.chance(0.6),
    purchased: isoDay(purchasedAt),
    warranty: isoDay(purchasedAt + random.integer(365, 1_900) * DAY_MS),
    costEur: random.integer(200, 25_000) + random.pick([0, 0.5, 0.25]),
    owner: random.pick(OWNERS),
    tags: random.shuffled(TAGS).slice(0, random.integer(1, 3)),
    datacenter: random.pick(['Zürich West', 'Paris 2', 'NYC-1']),
    note: random.pick(NOTES),
  };
}

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** No two alike; some are digits only, some of them with zeros in front. */
function serialOf(random: Random, number: number): string {
  const body = `${random.integer(1_000, 9_999)}${String(number).padStart(4, '0')}`;
  return random.pick([`VMW${body}`, `CZ${body}X`, `00${body}`, `7${body}`]);
}

function macOf(number: number): string {
  const digits = (0x00_50_56_00_00_00 + number * 7 + 1).toString(16).padStart(12, '0');
  return digits.match(/../g)?.join(':') ?? '';
}
