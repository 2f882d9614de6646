import type { AssetClass } from '#shared/statuses.ts';
import type { AssessedField, AssessedSubject } from './assessed-fields.ts';
import type { ProductStanding } from './assessment.ts';
import { textOf, valuesOf } from './evidence.ts';
import { isHypervisorHost, systemOfHost } from './hypervisor-host.ts';
import { HYPERVISOR_FAMILIES } from './product-names.ts';
import { dayOf } from './support-debts.ts';
import { isWithinHorizon, supportClause, supportForMove, worstOf, type SupportForMove } from './support-for-move.ts';
import type { SupportLookup } from './support-lookup.ts';

const PRODUCT_FIELDS = ['operating_system', 'os_version', 'hypervisor', 'database_type'] as const;

/** Fields that tell how an asset bears others. */
export const FOOTING_FIELDS: readonly AssessedField[] = [
  ...PRODUCT_FIELDS,
  'status',
  'lifecycle_stage',
  'six_r_strategy',
  'end_of_support_date',
];

/**
 * The role of an asset for those that stand on it. `host`: for virtual machines only. `hardware`: without a system of
 * its own.
 */
export const footingKinds = [
  'none',
  'application',
  'database',
  'machine',
  'container',
  'host',
  'cluster',
  'hardware',
] as const;
export type FootingKind = (typeof footingKinds)[number];

const KINDS: Readonly<Partial<Record<AssetClass, FootingKind>>> = {
  application: 'application',
  database: 'database',
  server: 'machine',
  virtual_machine: 'machine',
  desktop: 'machine',
  container: 'container',
  cluster: 'cluster',
  storage: 'hardware',
  network_device: 'hardware',
};

/** How the support of an asset stands for those on it; the clause is null where nothing is known. */
export interface FootingSupport {
  support: SupportForMove;
  clause: string | null;
}

/** An asset as something others stand on. */
export interface Footing {
  kind: FootingKind;
  stands: FootingSupport;
  /** Why it is to go, as a clause; null: nothing says so. */
  goes: string | null;
}

const NOT_KNOWN: FootingSupport = { support: 'unknown', clause: null };

/** Different cells that are remembered; inventories hold some hundreds. */
const REMEMBERED_MAX = 20_000;

/** Reads assets as something others stand on, at one day. Repeated cells are looked up once: all assets are read so. */
export class FootingReader {
  private readonly support: SupportLookup;
  private readonly day: string;
  private readonly known = new Map<string, Pick<Footing, 'kind' | 'stands'>>();

  constructor(support: SupportLookup, day: string) {
    this.support = support;
    this.day = day;
  }

  read(asset: AssessedSubject): Footing {
    const kind = KINDS[asset.asset_class] ?? 'none';
    if (kind === 'none' || kind === 'application') return { kind, stands: NOT_KNOWN, goes: null };
    const key = keyOf(asset);
    const known = this.known.get(key);
    const found = known ?? this.lookUp(asset, kind);
    if (known === undefined && this.known.size < REMEMBERED_MAX) this.known.set(key, found);
    return { ...found, goes: whyItGoes(asset, this.day) };
  }

  private lookUp(asset: AssessedSubject, kind: FootingKind): Pick<Footing, 'kind' | 'stands'> {
    const products = productsOf(asset, kind, this.support);
    const isHost = isHypervisorHost(asset) || products.some(({ family }) => HYPERVISOR_FAMILIES.has(family));
    return { kind: isHost ? 'host' : kind, stands: worstStanding(products, this.day) };
  }
}

/** Everything that kind and support follow from. */
function keyOf(asset: AssessedSubject): string {
  let key = `${asset.asset_class}|${asset.class_rule}`;
  for (const field of PRODUCT_FIELDS)
    for (const { rule, raw } of valuesOf(asset, field)) key += `\n${field}|${rule}|${raw.length}|${raw}`;
  return key;
}

function productsOf(asset: AssessedSubject, kind: FootingKind, support: SupportLookup): ProductStanding[] {
  if (kind === 'database') return support.otherProducts(asset).filter(({ field }) => field === 'database_type');
  const system = systemOfHost(asset, support) ?? support.operatingSystem(asset);
  return system === null ? [] : [system];
}

function worstStanding(products: readonly ProductStanding[], day: string): FootingSupport {
  const worst = worstOf(products, (one) => supportForMove(one, day));
  if (worst === null) return NOT_KNOWN;
  const support = supportForMove(worst, day);
  return support === 'unknown' ? NOT_KNOWN : { support, clause: supportClause(worst, day) };
}

function whyItGoes(asset: AssessedSubject, day: string): string | null {
  const status = textOf(asset, 'status');
  const stage = textOf(asset, 'lifecycle_stage');
  const declared = dayOf(textOf(asset, 'end_of_support_date'));
  if (status === 'retired' || status === 'disposed') return `its status is ${status}`;
  if (stage === 'retired' || stage === 'phase_out') return `its lifecycle stage is ${stage.replace('_', ' ')}`;
  if (textOf(asset, 'six_r_strategy') === 'retire') return 'the sheet says retire';
  if (declared !== null && isWithinHorizon(declared, day))
    return `the sheet says that its support or use ${declared < day ? 'ended' : 'ends'} ${declared}`;
  return null;
}
