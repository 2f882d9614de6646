import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { targetFields } from '#shared/target-fields.ts';
import { allowedValues, mapValue } from './value-mapping.ts';
import { vocabularies } from './vocabularies.ts';

const meaning = (field: string, raw: string, header = ''): string | null => mapValue(field, raw, header)?.value ?? null;

describe('a closed vocabulary', () => {
  test('belongs to a target field, and no name of it means two values', () => {
    const names = new Set(targetFields.map((field) => field.name));
    for (const [field, vocabulary] of Object.entries(vocabularies)) {
      expect(names.has(field)).toBe(true);
      const seen = new Map<string, string>();
      for (const [value, list] of Object.entries(vocabulary))
        for (const name of list.map((one) => one.replace(/^[~=]/, ''))) {
          expect([field, name, seen.get(name) ?? value]).toEqual([field, name, value]);
          seen.set(name, value);
        }
    }
  });

  test('is of some fields; the others take any value', () => {
    expect(allowedValues('environment')).toContain('production');
    expect(allowedValues('hostname')).toBeNull();
    expect(mapValue('hostname', 'srv-1')).toBeNull();
  });
});

describe('a raw value', () => {
  test.each([
    ['environment', 'PROD', 'production'],
    ['environment', 'Produktion', 'production'],
    ['environment', 'Entwicklung', 'development'],
    ['environment', 'Préproduction', 'pre_production'],
    ['environment', 'Desarrollo', 'development'],
    ['environment', 'Production (EU)', 'production'],
    ['environment', 'UAT', 'acceptance'],
    ['status', 'In Service', 'in_use'],
    ['status', 'Out of service', 'inactive'],
    ['status', 'Hors service', 'retired'],
    ['status', 'In Stock', 'in_stock'],
    ['business_criticality', '1 - most critical', 'critical'],
    ['business_criticality', 'Hoch', 'high'],
    ['asset_type', 'Linux Server', 'server'],
    ['asset_type', 'VM', 'virtual_machine'],
    ['six_r_strategy', 'Lift & Shift', 'rehost'],
    ['power_state', 'poweredOff', 'off'],
    ['hosting_model', 'On-Prem', 'on_premises'],
    ['data_classification', 'Streng vertraulich', 'restricted'],
    ['environment', 'Produktivumgebung', 'production'],
    ['environment', 'Produção', 'production'],
    ['environment', 'Ontwikkeling', 'development'],
    ['environment', 'PPE', 'pre_production'],
    ['environment', 'Preproduzione', 'pre_production'],
    ['environment', 'Pré-produção', 'pre_production'],
    ['environment', 'Producto', null],
    ['environment', 'Echtsystem', 'production'],
    ['environment', 'Production ready', null],
    ['hosting_model', 'Cloud privé', 'private_cloud'],
    ['hosting_model', 'Cloud-ready', null],
    ['migration_complexity', 'Molto alta', 'very_high'],
    ['migration_complexity', 'extremely complex', null],
    ['migration_complexity', 'complexity', null],
    ['data_classification', 'Strikt vertraulich', 'restricted'],
    ['data_classification', 'very sensitive', null],
    ['asset_type', 'Serverraum', null],
    ['asset_type', 'Windows', null],
    ['asset_type', 'Laptop bag', null],
    ['asset_type', 'Macchina virtuale', 'virtual_machine'],
    ['asset_type', 'Pare-feu', 'network_device'],
    ['status', 'En servicio', 'in_use'],
    ['status', 'Fuera de servicio', 'inactive'],
    ['status', 'Außer Betrieb', 'inactive'],
    ['status', 'In gebruik', 'in_use'],
    ['power_state', 'aus', 'off'],
    ['power_state', 'Spento', 'off'],
    ['power_state', 'in an error state', null],
    ['asset_type', 'VMware', 'virtual_machine'],
    ['business_criticality', 'Hoog', 'high'],
    ['lifecycle_stage', 'In Planung', 'plan'],
    ['six_r_strategy', 'Move to SaaS', 'repurchase'],
    ['asset_type', 'Hyper-V Server', 'hypervisor_host'],
    ['asset_type', 'Tablet', 'mobile_device'],
    ['asset_type', 'MSFT SQL Instance', 'database'],
    ['asset_type', 'VMware vCenter Cluster', 'cluster'],
    ['asset_type', 'cmdb_ci_appl', 'application'],
    ['asset_type', 'vServer', 'virtual_machine'],
    ['asset_type', 'virtueller Server', 'virtual_machine'],
    ['asset_type', 'Rack Server', 'server'],
    ['asset_type', 'Webserver', 'server'],
    ['business_criticality', 'Tier1', 'critical'],
    ['status', 'Retired 2019', 'retired'],
    ['status', 'EOL', 'retired'],
    ['environment', 'Production Disaster Recovery', 'disaster_recovery'],
    ['environment', 'Prod (live)', 'production'],
    ['six_r_strategy', 'Lift, tinker and shift', 'replatform'],
  ])('%s "%s" means %s', (field, raw, value) => {
    expect(meaning(field, raw)).toBe(value);
  });

  test('is left alone when it names two values, none, or says that nothing is known', () => {
    expect(mapValue('environment', 'prod/test')).toMatchObject({ value: null, confidence: 0 });
    expect(mapValue('environment', 'Zürich')).toMatchObject({ value: null, confidence: 0 });
    for (const nothing of [
      'N/A',
      'k.A.',
      'Keine Angabe',
      'non renseigné',
      'sin datos',
      '(unknown)',
      '***',
      '#NV',
      'Not specified',
    ])
      expect(mapValue('environment', nothing)?.reason).toBe('the cell says that nothing is known');
    expect(meaning('environment', '__proto__')).toBeNull();
    expect(mapValue('__proto__', 'x')).toBeNull();
  });

  test.each([
    ['environment', 'Non-Prod'],
    ['environment', 'Nonproduction'],
    ['environment', 'not production'],
    ['environment', 'ex-Production'],
    ['status', 'nicht mehr aktiv'],
    ['business_criticality', 'Nicht kritisch'],
    ['data_classification', 'Non-confidential'],
    ['data_classification', 'nonpublic'],
    ['hosting_model', 'Not cloud'],
    ['environment', 'Production: no'],
    ['status', 'no longer in use'],
    ['status', 'wird stillgelegt'],
    ['status', 'will be decommissioned 12/2025'],
    ['status', 'almost retired'],
    ['environment', 'hors production'],
    ['environment', 'außerhalb Produktion'],
    ['environment', 'fuera de producción'],
    ['environment', 'Post-Prod'],
    ['environment', 'previously production'],
    ['environment', 'copy of production'],
    ['environment', 'prod replica'],
    ['business_criticality', 'Kritisch (früher)'],
    ['hosting_model', 'Off-Premises'],
  ])('%s "%s" denies the name in it, which says nothing of the others', (field, raw) => {
    expect(mapValue(field, raw)).toMatchObject({ value: null, confidence: 0 });
  });

  test('that denies as a name does is that name', () => {
    expect(meaning('status', 'Not in use (2023)')).toBe('inactive');
    expect(meaning('business_criticality', '4 - Not critical')).toBe('low');
    expect(meaning('status', 'nicht aktiv')).toBe('inactive');
    expect(meaning('business_criticality', 'High (no DR)')).toBe('high');
    expect(meaning('environment', 'Production - not backed up')).toBe('production');
  });

  test.each([
    ['lifecycle_stage', 'Phase Out / End of Life', null],
    ['lifecycle_stage', 'End of Life / Phase Out', null],
    ['status', 'Active / EOL', null],
    ['status', 'In use, end of life', null],
    ['status', 'Retired / End of life', 'retired'],
    ['asset_type', 'Server (VMware)', null],
    ['power_state', 'On / Ein', 'on'],
    ['asset_type', 'VMware server', 'server'],
    ['status', 'Active EOL system', 'in_use'],
  ])('%s "%s" counts a name that stands between signs as if alone', (field, raw, value) => {
    expect(meaning(field, raw)).toBe(value);
  });

  test.each([
    ['environment', 'Dev/Test'],
    ['environment', 'Prod/Pre-Prod'],
    ['environment', 'Prod and Disaster Recovery'],
    ['status', 'In use / retired'],
    ['status', 'active, not in use'],
    ['status', 'Active (to be retired)'],
    ['business_criticality', 'Very High / Medium'],
    ['business_criticality', 'Business critical: low'],
    ['hosting_model', 'SaaS / On-Prem'],
    ['hosting_model', 'moving from on-prem to SaaS'],
    ['data_classification', 'Streng vertraulich / intern'],
    ['six_r_strategy', 'Lift and Shift or Retire'],
    ['lifecycle_stage', 'Planned retirement'],
    ['asset_type', 'Load Balancer / Server'],
  ])('%s "%s" names two at once, whichever has the longer name, and is left open', (field, raw) => {
    expect(mapValue(field, raw)).toMatchObject({ value: null, confidence: 0 });
  });

  test.each([
    'PROD; UAT',
    'Production/Test',
    'PROD; Perf',
    'Perf | PROD',
    'PROD\nPerf',
    'Prod/Perf',
    'Prod + Perf',
    'Prod & Perf',
    'PROD;UAT;PROD',
  ])('environment %j lists several, of which none is taken', (raw) => {
    expect(mapValue('environment', raw)).toMatchObject({ value: null, confidence: 0 });
  });

  test.each(['PROD; Produktion', 'PROD;', 'Production / Live', 'PROD | PROD (EU)', 'PROD; n/a'])(
    'environment %j lists one, which is taken',
    (raw) => {
      expect(meaning('environment', raw)).toBe('production');
    },
  );

  test.each([
    ['status', 'EOL 2025'],
    ['status', 'Retire 2026'],
    ['status', 'Retired?'],
    ['status', 'aktiv ab 01.01.2026'],
    ['status', 'Decommissioning in progress'],
    ['status', 'Planned for decommission'],
    ['environment', 'Produktion ab 2025'],
    ['lifecycle_stage', 'approaching end of life'],
    ['lifecycle_stage', 'Phase-out planned'],
    ['status', 'Ready for decommissioning'],
    ['lifecycle_stage', 'End of Life 12/2027'],
  ])('%s "%s" says when, not what it is now', (field, raw) => {
    expect(mapValue(field, raw)).toMatchObject({ value: null, confidence: 0 });
  });

  test.each(['SQL Server license', 'Server Rack', 'Server room', 'Exchange server mailbox', 'Firewall rule set'])(
    'asset_type "%s" is what belongs to a thing, not the thing',
    (raw) => {
      expect(mapValue('asset_type', raw)).toMatchObject({ value: null, confidence: 0 });
    },
  );

  test.each([
    ['data_classification', 'Unclassified'],
    ['hosting_model', 'internal'],
    ['status', 'To be retired'],
    ['business_criticality', 'KRITIS'],
  ])('%s "%s" is for an analyst to decide', (field, raw) => {
    expect(mapValue(field, raw)?.isForAnalyst).toBe(true);
  });

  test.each([
    ['hosting_model', 'Internet'],
    ['data_classification', 'International'],
    ['data_classification', 'Secretary'],
    ['environment', 'Integral'],
    ['environment', 'Contingent'],
    ['environment', 'Products'],
    ['environment', 'Developer'],
    ['lifecycle_stage', 'Plant'],
    ['asset_type', 'Applicant'],
    ['migration_complexity', 'Complexité'],
  ])('%s "%s" is another word, and no slip of the pen', (field, raw) => {
    expect(meaning(field, raw)).toBeNull();
  });

  test.each([
    ['environment', 'Prodcution', 'production'],
    ['environment', 'Prodution', 'production'],
    ['environment', 'Developement', 'development'],
    ['environment', 'Stagging', 'staging'],
    ['business_criticality', 'Hihg', null],
    ['business_criticality', 'Critcal', 'critical'],
    ['asset_type', 'Swich', 'network_device'],
    ['status', 'inbetrieb', 'in_use'],
    ['data_classification', 'confidental', 'confidential'],
  ])('%s "%s", a slip or two away from a name, is proposed for an analyst to decide', (field, raw, value) => {
    const proposal = mapValue(field, raw);
    expect([proposal?.value, proposal?.isForAnalyst]).toEqual([value, value === null ? undefined : true]);
  });

  test.each([
    ['data_classification', 'declassified'],
    ['asset_type', 'xserver'],
  ])('%s "%s" is not taken for a name spelt like it that begins otherwise', (field, raw) => {
    expect(meaning(field, raw)).toBeNull();
  });

  test.each([
    ['business_criticality', 'C'],
    ['business_criticality', 'Bronze'],
    ['data_classification', 'C1'],
  ])('%s "%s" is a rung of a ladder that each firm counts its own way', (field, raw) => {
    expect(mapValue(field, raw)?.confidence).toBeLessThanOrEqual(0.7);
  });

  test('is less certain when only spelt like a name, or when the name means it only sometimes', () => {
    expect(mapValue('environment', 'Prodution')).toEqual({
      value: 'production',
      confidence: 0.6,
      isForAnalyst: true,
      reason: expect.any(String),
    });
    expect(mapValue('business_criticality', '3')).toMatchObject({
      value: 'medium',
      confidence: 0.7,
      isForAnalyst: true,
    });
  });

  test('yes and no answer what the header asks', () => {
    expect(meaning('is_virtual', 'yes', 'Is Virtual')).toBe('virtual');
    expect(meaning('is_virtual', 'yes', 'Is Physical?')).toBe('physical');
    expect(meaning('is_virtual', 'no', 'Is Physical?')).toBe('virtual');
    expect(meaning('is_virtual', 'VERDADEIRO', 'Is Virtual')).toBe('virtual');
    expect(meaning('is_virtual', 'FAŁSZ', 'Is Virtual')).toBe('physical');
    expect(meaning('is_virtual', 'yes', 'Server Type')).toBeNull();
  });

  test('whatever it is, gets an allowed value or none, in bounded time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(vocabularies)), fc.string({ maxLength: 300 }), (field, raw) => {
        const proposal = mapValue(field, raw);
        expect(proposal === null || proposal.value === null || allowedValues(field)?.includes(proposal.value)).toBe(
          true,
        );
      }),
    );
    expect(mapValue('environment', 'prod '.repeat(100_000))?.value).toBe('production');
  });
});
