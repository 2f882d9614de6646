import type { AssetClass } from '#shared/statuses.ts';
import type { AssessedField, AssessedSubject } from './assessed-fields.ts';
import type { ProductStanding } from './assessment.ts';
import { textOf } from './evidence.ts';
import { isHypervisorHost, systemOfHost } from './hypervisor-host.ts';
import { HYPERVISOR_FAMILIES } from './product-names.ts';
import { dayOf } from './support-debts.ts';
import { isWithinHorizon, supportClause, supportForMove, worstOf, type SupportForMove } from './support-for-move.ts';
import type { SupportLookup } from './support-lookup.ts';

/** Fields that tell how an asset bears others. */
export const FOOTING_FIELDS: readonly AssessedField[] = [
  'operating_system',
  'os_version',
  'hypervisor',
  'database_type',
  'status',
  'lifecycle_stage',
  'six_r_strategy',
  'end_of_support_date',
];

/** What an asset is to those that stand on it. `host`: for virtual machines only. `hardware`: without a system of its own. */
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

export function footingOf(asset: AssessedSubject, support: SupportLookup, day: string): Footing {
  const kind = KINDS[asset.asset_class] ?? 'none';
  if (kind === 'none' || kind === 'application') return { kind, stands: NOT_KNOWN, goes: null };
  const products = productsOf(asset, kind, support);
  const isHost = isHypervisorHost(asset) || products.some(({ family }) => HYPERVISOR_FAMILIES.has(family));
  return { kind: isHost ? 'host' : kind, stands: worstStanding(products, day), goes: whyItGoes(asset, day) };
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
