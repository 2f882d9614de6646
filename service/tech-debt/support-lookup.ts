import { fieldLabel } from '#shared/field-label.ts';
import { readOperatingSystem } from '../cleansing/operating-system/operating-system.ts';
import type { AssetValue } from '../inventory/asset.ts';
import type { AssessedSubject } from './assessed-fields.ts';
import type { EvidenceValue, ProductStanding } from './assessment.ts';
import { evidenceOf, releasesOf, valuesOf } from './evidence.ts';
import { productName } from './product-names.ts';
import { productsIn } from './product-text.ts';
import type { KnownRelease, ReleaseIndex, ReleaseMatch } from './release-index.ts';
import { verdictOf } from './support-verdict.ts';
import { systemOf, systemsSaid, type ReleasesApart, type SystemsSaid } from './systems-said.ts';

/** Different releases and texts that are remembered; inventories hold some hundreds. */
const REMEMBERED_MAX = 20_000;

/** What has to be known first where cells name different products, or releases that do not go together. */
export const CELLS_DISAGREE = 'which cell is right';

type Standing = Omit<ProductStanding, 'field' | 'values'>;

/** The standing of the products on assets at one day. Repeated texts are looked up once. */
export class SupportLookup {
  private readonly index: ReleaseIndex;
  private readonly at: Date;
  private readonly standings = new Map<string, Standing>();
  private readonly systems = new Map<string, SystemsSaid>();
  private readonly texts = new Map<string, readonly KnownRelease[]>();

  constructor(index: ReleaseIndex, at: Date) {
    this.index = index;
    this.at = at;
  }

  /** The operating system of an asset; null when no cell speaks of one. */
  operatingSystem(asset: AssessedSubject): ProductStanding | null {
    const names = valuesOf(asset, 'operating_system');
    const versions = valuesOf(asset, 'os_version');
    if (names.length + versions.length === 0) return null;
    const values = [
      ...names.map((value) => evidenceOf('operating_system', value)),
      ...versions.map((value) => evidenceOf('os_version', value)),
    ];
    const { releases, apart } = this.systemsSaid(names, versions);
    const field = names.length > 0 ? 'operating_system' : 'os_version';
    if (apart !== null) return { field, ...releasesApart(apart), values };
    if (releases.length === 0 && [...names, ...versions].some(({ rule }) => rule === 'os-several'))
      return { field, ...severalSystems(values), values };
    return { field, ...this.standingOf(releases, values), values };
  }

  /** Hypervisor, database and middleware of an asset, as its cells name them. */
  otherProducts(asset: AssessedSubject): ProductStanding[] {
    return [
      ...this.hypervisors(asset),
      ...this.namedProducts(asset, 'database_type'),
      ...this.namedProducts(asset, 'technology_stack'),
    ];
  }

  private hypervisors(asset: AssessedSubject): ProductStanding[] {
    return valuesOf(asset, 'hypervisor').flatMap((value) => {
      if (typeof value.value !== 'string') return [];
      const { system } = readOperatingSystem(value.value);
      if (system.family === null) return [];
      const values = [evidenceOf('hypervisor', value)];
      return [{ field: 'hypervisor', ...this.standingOf([systemOf(system)], values), values }];
    });
  }

  private namedProducts(asset: AssessedSubject, field: 'database_type' | 'technology_stack'): ProductStanding[] {
    return valuesOf(asset, field).flatMap((value) =>
      textsOf(value).flatMap((text) =>
        this.productsIn(text).map((product) => {
          const values = [evidenceOf(field, value)];
          return { field, ...this.standingOf([product], values), values };
        }),
      ),
    );
  }

  private systemsSaid(names: readonly AssetValue[], versions: readonly AssetValue[]): SystemsSaid {
    const key = JSON.stringify([names, versions].map((cells) => cells.map(({ rule, raw }) => [rule, raw])));
    const known = this.systems.get(key);
    if (known !== undefined) return known;
    const said = systemsSaid(names, versions, this.index);
    if (this.systems.size < REMEMBERED_MAX) this.systems.set(key, said);
    return said;
  }

  private productsIn(text: string): readonly KnownRelease[] {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    const read = productsIn(text);
    if (this.texts.size < REMEMBERED_MAX) this.texts.set(text, read);
    return read;
  }

  private standingOf(said: readonly KnownRelease[], values: readonly EvidenceValue[]): Standing {
    if (said.length === 0) return unknownSystem(values);
    const key = said.map(({ family, version, edition }) => `${family}|${version ?? ''}|${edition ?? ''}`).join('\n');
    const known = this.standings.get(key);
    if (known !== undefined) return known;
    const standing = this.lookUp(said);
    if (this.standings.size < REMEMBERED_MAX) this.standings.set(key, standing);
    return standing;
  }

  private lookUp(said: readonly KnownRelease[]): Standing {
    const families = [...new Set(said.map((one) => one.family))];
    const [first] = said;
    if (first === undefined || families.length > 1)
      return undecided('several', families.map((family) => productName(family, null)).join(' or '), {
        reason: `The cells name different products: ${families.map((family) => productName(family, null)).join(', ')}.`,
        missing: CELLS_DISAGREE,
      });
    const exact = said.findLast((one) => one.version !== null) ?? first;
    const match = together(said.map((one) => this.index.match(one)));
    const product = productName(first.family, exact.version);
    if (match === null)
      return undecided(first.family, productName(first.family, null), {
        reason: `The cells name releases that do not go together: ${said.map((one) => one.version).join(', ')}.`,
        missing: CELLS_DISAGREE,
      });
    const verdict = verdictOf(match, this.at);
    return {
      family: first.family,
      product,
      state: verdict.state,
      until: verdict.until,
      extended_until: verdict.extendedUntil,
      reason: verdict.reason,
      missing: verdict.missing,
      releases: releasesOf(match.rows),
    };
  }
}

/** The releases that several cells all allow; null when there is none. */
function together(matches: readonly ReleaseMatch[]): ReleaseMatch | null {
  const telling = matches.filter((match) => match.how !== 'none' && match.how !== 'unsaid');
  const [first, ...others] = telling;
  if (first === undefined) return matches.find((match) => match.how === 'none') ?? matches[0] ?? null;
  const rows = first.rows.filter((row) => others.every((match) => match.rows.some((other) => other === row)));
  if (rows.length === 0) return null;
  const whole = telling.find((match) => match.rows.length === rows.length);
  return whole === undefined ? { how: 'several', rows, note: null } : { ...whole, rows };
}

const textsOf = ({ value }: AssetValue): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : [];

const undecided = (family: string, product: string, why: { reason: string; missing: string }): Standing => ({
  family,
  product,
  state: 'not_enough_data',
  until: null,
  extended_until: null,
  releases: [],
  ...why,
});

const severalSystems = (values: readonly EvidenceValue[]): Standing =>
  undecided('several', values[0]?.raw ?? '', {
    reason: 'A cell names several systems.',
    missing: 'which of its systems it is',
  });

function releasesApart({ family, byName, byVersion }: ReleasesApart): Standing {
  const [name, version] = (['operating_system', 'os_version'] as const).map(fieldLabel);
  return undecided(family, productName(family, null), {
    reason: `${name} says ${byName}, ${version} says ${byVersion}.`,
    missing: `which is right, ${byName} under ${name} or ${byVersion} under ${version}`,
  });
}

function unknownSystem(values: readonly EvidenceValue[]): Standing {
  return {
    family: 'other',
    product: values[0]?.raw ?? '',
    state: 'no_data',
    until: null,
    extended_until: null,
    reason: 'The cells name no system the lifecycle data knows.',
    missing: null,
    releases: [],
  };
}
