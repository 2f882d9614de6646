import { describe, expect, test } from '@jest/globals';
import type { AssetClass, SupportState, Treatment } from '#shared/statuses.ts';
import { buildAsset } from '#test/builders/assessed-assets.ts';
import type { ProductStanding, SuggestedTreatment } from './assessment.ts';
import { treatmentOf } from './treatment.ts';

const DAY = '2026-11-25';

const FREE: ProductStanding['releases'][number] = {
  family: 'debian',
  version: '13',
  security_until: '2027-01-01',
  extended_until: '2030-06-30',
  source: null,
  as_of: DAY,
  is_weak: false,
  note: 'extended=LTS',
};
const ALONE = { dependents: null, standsOn: null, day: DAY };

type Stands = [state: SupportState, until: string | null, extended: string | null];
const SUPPORT = {
  ended: ['end_of_life', '2023-10-10', null],
  bought: ['extended_support_only', '2026-07-14', '2029-07-17'],
  'in 3 months': ['ends_soon', '2027-02-28', null],
  'in 9 months': ['ends_soon', '2027-08-31', null],
  fine: ['supported', '2031-10-14', null],
  unknown: ['not_enough_data', null, null],
} as const satisfies Record<string, Stands>;
type Support = keyof typeof SUPPORT;
const supports = Object.keys(SUPPORT) as Support[];

const KINDS: Readonly<Record<string, [AssetClass, string, Record<string, string>]>> = {
  'virtual machine': ['virtual_machine', 'test', {}],
  'physical server': ['server', 'physical-flag', {}],
  'machine in a cloud': ['virtual_machine', 'test', { hosting_model: 'AWS' }],
  database: ['database', 'test', {}],
  application: ['application', 'test', {}],
};
const kinds = Object.keys(KINDS);

const USES: Readonly<Record<string, [Record<string, string>, leaning: number]>> = {
  'in use': [{ status: 'In use', power_state: 'on' }, 2],
  'switched off': [{ power_state: 'off' }, 0],
  'off, leaned on': [{ power_state: 'off' }, 2],
  inactive: [{ status: 'inactive' }, 0],
  retired: [{ status: 'retired' }, 0],
  'retired, leaned on': [{ status: 'retired' }, 2],
  'phased out': [{ lifecycle_stage: 'phase out' }, 0],
};
const uses = Object.keys(USES);
const WISHES = [null, 'rehost', 'relocate', 'retain', 'retire', 'replatform', 'refactor'] as const;

function standing(support: Support, field: string): ProductStanding {
  const [state, until, extended_until] = SUPPORT[support];
  const reason = state === 'not_enough_data' ? 'The version is not said.' : '';
  const missing = state === 'not_enough_data' ? 'version' : null;
  const product = { family: 'made_up', product: 'Made 7', state, until, extended_until, reason, missing };
  return { field, ...product, values: [], releases: [] };
}

function suggestedFor(
  support: Support,
  kind: string,
  use = 'in use',
  wish: (typeof WISHES)[number] = null,
): SuggestedTreatment {
  const [assetClass, rule, ofKind] = KINDS[kind] ?? ['unknown', 'test', {}];
  const [ofUse, count] = USES[use] ?? [{}, 0];
  const cells = { ...ofKind, ...ofUse, ...(wish === null ? {} : { six_r_strategy: wish }) };
  const isMachine = assetClass === 'server' || assetClass === 'virtual_machine';
  const field = assetClass === 'database' ? 'database_type' : 'technology_stack';
  return treatmentOf({
    asset: buildAsset(assetClass, cells, rule),
    operatingSystem: isMachine ? standing(support, 'operating_system') : null,
    others: isMachine ? [] : [standing(support, field)],
    dependents: { count, isLeanedOn: count > 0, hasStandIn: false },
    standsOn: null,
    day: DAY,
  });
}

const combinations = supports.flatMap((support) =>
  kinds.flatMap((kind) => uses.flatMap((use) => WISHES.map((wish) => ({ support, kind, use, wish })))),
);
const breaking = (
  isFine: (one: SuggestedTreatment, combination: (typeof combinations)[number]) => boolean,
): unknown[] =>
  combinations.flatMap((combination) => {
    const one = suggestedFor(combination.support, combination.kind, combination.use, combination.wish);
    return isFine(one, combination) ? [] : [{ ...combination, treatment: one.treatment, reasons: one.reasons }];
  });

describe('treatments over support, place, use and wish', () => {
  test.each([
    ['virtual machine', ['replatform', 'replatform', 'replatform', 'rehost', 'rehost', null]],
    ['physical server', ['replatform', 'replatform', 'replatform', 'rehost', 'rehost', null]],
    ['machine in a cloud', ['replatform', 'replatform', 'replatform', 'retain', 'retain', null]],
    ['database', ['replatform', 'replatform', 'replatform', 'rehost', 'rehost', null]],
    ['application', ['refactor', 'refactor', 'replatform', 'rehost', 'rehost', null]],
  ])('of a %s in use by its support', (kind, expected) =>
    expect(supports.map((support) => suggestedFor(support, kind).treatment)).toEqual(expected),
  );

  test('name the day on which support ends, and say to upgrade first, wherever something is moved as it is', () => {
    expect(
      breaking(({ treatment, treatment_state: state, reasons }, { support }) => {
        if (treatment !== 'rehost' && treatment !== 'retain') return true;
        if (support === 'fine' || support === 'unknown') return true;
        const said = reasons.join(' ');
        if (support === 'bought') return said.includes('has to be bought');
        return said.includes(SUPPORT[support][1]) && (state === 'given' || said.includes('upgrade first'));
      }),
    ).toEqual([]);
  });

  test('are what the sheet says where it says one', () => {
    const asSaid = (wish: string): Treatment => (wish === 'relocate' ? 'rehost' : (wish as Treatment));
    expect(
      breaking((one, { wish }) => wish === null || (one.treatment_state === 'given' && one.treatment === asSaid(wish))),
    ).toEqual([]);
  });

  test('are none but retire for what is out of use, unless the sheet wishes it, and then that is said', () => {
    const OUT: Readonly<Record<string, string>> = {
      'switched off': 'switched off',
      inactive: 'status is inactive',
      retired: 'status is retired',
      'retired, leaned on': 'status is retired',
      'phased out': 'lifecycle stage is phase out',
    };
    expect(
      breaking(({ treatment, reasons }, { use, wish }) => {
        const word = OUT[use];
        if (word === undefined) return true;
        return wish === null ? treatment === 'retire' : treatment === 'retire' || reasons.join(' ').includes(word);
      }),
    ).toEqual([]);
  });

  test('say what still leans on what is to be retired, and that what is moved is switched off', () => {
    expect(
      breaking(({ treatment, reasons }, { use }) => {
        const said = reasons.join(' ');
        if (treatment === 'retire' && USES[use]?.[1] === 2) return said.includes('2 known assets lean on it');
        return treatment === null || use !== 'off, leaned on' || said.includes('switched off');
      }),
    ).toEqual([]);
  });

  test('never move what is in a public cloud already, unless the sheet says so', () => {
    expect(
      breaking(
        ({ treatment }, { kind, wish }) => kind !== 'machine in a cloud' || wish !== null || treatment !== 'rehost',
      ),
    ).toEqual([]);
  });

  test('give whole sentences, each once', () => {
    expect(
      breaking(({ reasons, would_change: change }) => {
        const said = [...reasons, ...change];
        const isWhole = (text: string): boolean => /^[A-Z].*[.]$/.test(text) && !/null|undefined|\.\./.test(text);
        return said.length === new Set(said).size && reasons.length > 0 && said.every(isWhole);
      }),
    ).toEqual([]);
  });

  test.each([
    ['2027-05-27', 'replatform'],
    ['2027-05-28', 'rehost'],
  ])('turn at the horizon: support that ends %s makes it %s', (until, expected) => {
    const operatingSystem = { ...standing('in 3 months', 'operating_system'), until };
    const asset = buildAsset('server', {});
    expect(treatmentOf({ asset, operatingSystem, others: [], ...ALONE }).treatment).toBe(expected);
  });

  test('count on free long-term support to come', () => {
    const operatingSystem: ProductStanding = {
      ...standing('in 3 months', 'operating_system'),
      extended_until: '2030-06-30',
      releases: [FREE],
    };
    const asset = buildAsset('server', {});
    const said = treatmentOf({ asset, operatingSystem, others: [], ...ALONE });
    expect(said).toMatchObject({ treatment: 'rehost' });
    expect(said.reasons[0]).toContain('until 2030-06-30');
  });

  test('say beside a rehosting that the sheet itself gives an end', () => {
    const asset = buildAsset('server', { end_of_support_date: '2027-01-31' });
    const operatingSystem = standing('fine', 'operating_system');
    expect(treatmentOf({ asset, operatingSystem, others: [], ...ALONE }).reasons).toEqual([
      'Made 7 is supported until 2031-10-14.',
      'But the sheet says that support or use ends 2027-01-31.',
    ]);
  });

  test.each([
    ['ended', {}, 'Made 7 has had no security updates since 2023-10-10'],
    ['ended', { extended_until: '2026-10-13' }, 'since 2026-10-13, and none without paying since 2023-10-10'],
    [
      'ended',
      { extended_until: '2026-08-31', releases: [FREE] },
      'Made 7 has had no security updates since 2026-08-31',
    ],
    ['bought', {}, 'only with extended support, which has to be bought and ends 2029-07-17.'],
    ['bought', { extended_until: null }, 'only with extended support, which has to be bought.'],
    ['bought', { releases: [FREE] }, 'Made 7 gets security updates of free long-term support until 2029-07-17.'],
    ['fine', { extended_until: '2034-01-01', releases: [FREE] }, 'until 2031-10-14, then by free long-term support'],
  ] as const)('say truly since when and until when: %s, %j', (support, more, expected) => {
    const operatingSystem: ProductStanding = {
      ...standing(support, 'operating_system'),
      ...more,
      releases: 'releases' in more ? [...more.releases] : [],
    };
    const asset = buildAsset('server', {});
    expect(treatmentOf({ asset, operatingSystem, others: [], ...ALONE }).reasons[0]).toContain(expected);
  });

  test('offer bought support only where there is some', () => {
    const asset = buildAsset('server', {});
    const changeFor = (extended_until: string | null): string[] =>
      treatmentOf({
        asset,
        operatingSystem: { ...standing('in 3 months', 'operating_system'), extended_until },
        others: [],
        ...ALONE,
      }).would_change;
    expect(changeFor('2030-01-12')).toContain('Extended support is bought: then rehost.');
    expect(changeFor(null)).toHaveLength(1);
  });

  test('do not retire what is off because it is not there yet', () => {
    const asset = buildAsset('server', { status: 'ordered', power_state: 'off' });
    const dependents = { count: 0, isLeanedOn: false, hasStandIn: false };
    const said = treatmentOf({
      asset,
      operatingSystem: standing('fine', 'operating_system'),
      others: [],
      ...ALONE,
      dependents,
    });
    expect(said).toMatchObject({ treatment: 'rehost' });
    expect(said.reasons).toContain('But its status is ordered: it may not be there yet.');
  });

  test('free a host without a but, since what runs on it is moved', () => {
    const dependents = { count: 27, isLeanedOn: true, hasStandIn: false };
    const reasonsOf = (cells: Record<string, string>): string[] =>
      treatmentOf({
        asset: buildAsset('server', cells, 'physical-hypervisor-host'),
        operatingSystem: null,
        others: [],
        ...ALONE,
        dependents,
      }).reasons;
    expect(reasonsOf({})).toEqual([
      'It is a host of virtual machines: what runs on it is moved, the host is then free.',
    ]);
    expect(reasonsOf({ status: 'retired' })).toContain('But 27 known assets lean on it.');
  });
});
