import { describe, expect, test } from '@jest/globals';
import { vocabularies } from '../mapping/vocabularies.ts';
import { cleanse } from './cleanse.ts';
import { isPlaceholder } from './placeholders.ts';

describe('a text that stands for nothing', () => {
  test.each([
    'n/d',
    'n. d.',
    'n.v.t.',
    'niet van toepassing',
    'sans objet',
    'no aplica',
    'no disponible',
    'non disponibile',
    'não informado',
    'não aplicável',
    'desconhecido',
    'nieznany',
    'brak danych',
    'okänd',
    'ukjent',
    'неизвестно',
    'нет данных',
    'не указано',
    '\\N',
    '…',
    '[]',
    '{}',
    'Select...',
    '-- Select --',
    '-- None --',
    'Please select',
    'Please select...',
    'Bitte wählen …',
    '(unknown)',
    '<not set>',
    '[null]',
    'Non défini',
    'Non spécifié',
    'nog te bepalen',
    '(leer)',
    '[vide]',
    '(en blanco)',
    '#NOM?',
    '#¡REF!',
    '#N/D',
    '#¿NOMBRE?',
    '#ÜBERLAUF!',
    'Bitte auswählen',
    '00000000-0000-0000-0000-000000000000',
    '{00000000-0000-0000-0000-000000000000}',
  ])('is %p in every field', (raw) => {
    for (const field of ['department', 'asset_id', 'environment', 'memory_gb', 'ip_address', 'business_owner'])
      expect(cleanse(field, raw, {})).toMatchObject({ value: null, rule: 'placeholder' });
  });

  test.each([
    ['cluster', 'kein Cluster'],
    ['cluster', 'No cluster'],
    ['database_type', 'keine Datenbank'],
    ['database_type', 'Sin base de datos'],
    ['rack_location', 'No Rack'],
    ['location', 'Unknown Location'],
    ['model', 'Modelo desconocido'],
    ['tags', 'sin etiquetas'],
    ['server_role', 'unknown role'],
    ['dependencies', 'No dependencies'],
    ['asset_id', 'sin asignar'],
    ['business_owner', 'nadie'],
    ['technical_owner', 'Niemand zugewiesen'],
    ['serial_number', 'sin número'],
    ['cpu_model', 'To Be Filled By O.E.M.'],
    ['vendor', 'N.N.'],
    ['business_owner', 'à définir'],
    ['business_owner', 'noch offen'],
    ['tags', '; ;'],
    ['hostname', 'localhost.localdomain'],
    ['fqdn', 'localhost.localdomain'],
    ['ip_address', '127.0.0.1'],
    ['ip_address', '::1'],
  ])('is no %s: %p', (field, raw) =>
    expect(cleanse(field, raw, {})).toMatchObject({ value: null, rule: 'placeholder' }),
  );

  test.each([
    ['asset_tag', 'No Asset Tag'],
    ['asset_tag', 'No Asset Information'],
    ['asset_tag', 'Asset Tag'],
    ['asset_tag', 'To be filled by O.E.M.'],
    ['manufacturer', 'System manufacturer'],
    ['manufacturer', 'Default string'],
    ['model', 'System Product Name'],
    ['memory_gb', 'No Module Installed'],
    ['memory_gb', 'Not Installed'],
  ])('is what firmware says in %s: %p', (field, raw) =>
    expect(cleanse(field, raw, {})).toMatchObject({ value: null, rule: 'placeholder' }),
  );

  test.each([
    'unassigned',
    'Not Assigned',
    'nobody',
    'No owner',
    'n.n.',
    'vacant',
    'nicht zugewiesen',
    'non assigné',
    'sin asignar',
    '(unassigned)',
    '<Unassigned>',
    'Kein Besitzer',
  ])('is %p where somebody should be named', (raw) => {
    for (const field of ['business_owner', 'technical_owner', 'assigned_to', 'support_group', 'department'])
      expect(cleanse(field, raw, {})).toMatchObject({ value: null, rule: 'placeholder' });
  });

  test.each([
    ['status', 'Unassigned', 'in_stock'],
    ['location', 'Default string', 'Default string'],
    ['department', 'Unknown Pleasures GmbH', 'Unknown Pleasures GmbH'],
    ['organization', 'Select Medical', 'Select Medical'],
    ['organization', 'Select', 'Select'],
    ['location', 'ND', 'ND'],
    ['location', '(1)', '(1)'],
    ['location', 'Tower ...', 'Tower ...'],
    ['asset_tag', 'Asset Tag 4711', 'Asset Tag 4711'],
    ['serial_number', 'Serial Number: 4711', '4711'],
    ['location', 'Sans Souci', 'Sans Souci'],
    ['description', 'No cluster', 'No cluster'],
    ['business_criticality', 'no critico', 'low'],
  ])('is not, in %s, %p', (field, raw, value) => expect(cleanse(field, raw, {}).value).toBe(value));
});

test('no word for nothing is a name of a value: approving the values of a column would put one there', () => {
  const names = Object.entries(vocabularies).flatMap(([field, values]) =>
    Object.entries(values).flatMap(([value, others]) => [value, ...others].map((name) => [field, name] as const)),
  );
  expect(names.filter(([field, name]) => isPlaceholder(name.replace(/^[~=]/, ''), field))).toEqual([]);
});
