import { describe, expect, test } from '@jest/globals';
import { isSecretHeader } from './secret-headers.ts';

describe('a header of secrets', () => {
  test.each([
    ...['Root PW', 'PW', 'adminPw', 'root PWs', 'BIOS-PW', 'local_admin_pw'],
    ...['Pass', 'Pass: ', 'Root Pass', 'user/pass', 'WiFi pass', 'pass word', 'Pass phrase'],
    ...['PW 2', 'PW (root)', 'SQL pass', 'ssh_pass', 'iDRAC PW', 'Login-PW', 'Enable pass', 'Default PW'],
    ...['Admin-KW', 'Root KW', 'KW Administrator', 'BIOS KW'],
    ...['MDP', 'mdp root', 'Mots de passe'],
    ...['Contraseñas', 'Contrasenya', 'Clave de acceso', 'Clave WiFi', 'Clave usuario', 'claves root', 'Senha BIOS'],
  ])('is %p', (header) => {
    expect(isSecretHeader(header)).toBe(true);
  });

  test.each([
    ...['PWR', 'PW changed', 'Power (PWR)', 'PWS', 'Public Water System (PWS)', 'PW (kW)'],
    ...['Test pass', 'First pass yield', 'PSU pass', 'Boarding pass', 'SQL pass/fail'],
    ...[
      'passthrough',
      'PCI pass-through',
      'bypass',
      'By-Pass',
      'pass/fail',
      'Fail / Pass',
      'passed',
      'Pass rate',
      'Passive',
    ],
    ...['KW', 'kW', 'Power KW', 'KW 45', 'Max. kW'],
    ...['Clave', 'Clave del activo', 'Clave de inventario', 'Palabras clave', 'Clave producto'],
  ])('is not %p', (header) => {
    expect(isSecretHeader(header)).toBe(false);
  });
});
