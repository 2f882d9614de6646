import { describe, expect, test } from '@jest/globals';
import { suggest } from '#test/builders/suggested-mappings.ts';

describe('several columns of states', () => {
  const states = ['In Production', 'Retired'];
  test.each([
    ['operational_status', 'install_status'],
    ['Operational status', 'Install Status'],
    ['Betriebsstatus', 'Installationsstatus'],
    ['Estado operativo', 'Estado de instalación'],
    ['Health status', 'Status'],
  ])('after %s, %s is the one of the field', (other, lifecycle) => {
    const [first, second] = suggest([
      [other, ['Operational', 'Non-Operational']],
      [lifecycle, states],
    ]);
    expect([second?.targetField, second?.isSecondary]).toEqual(['status', false]);
    if (first?.targetField === 'status') expect(first.isSecondary).toBe(true);
    expect(second?.confidence).toBeGreaterThan(0.88);
  });
});
