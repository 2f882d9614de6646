import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { findMisspelt, readConfig } from './config.ts';
import { literalPattern } from './platform/database/text-pattern.ts';

/** The rows of the README's table of settings: which they name, and what stands as their default. */
function listedInReadme(): { names: string[]; standard: string }[] {
  const table = /## Settings\n([^]*?)\n## /.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
  return [...table.matchAll(/^\| (`[A-Z][^|]*) \| ([^|]*?) ?\|/gm)].map(([, named = '', standard = '']) => ({
    names: named.match(/[A-Z][A-Z_]{3,}/g) ?? [],
    standard,
  }));
}

describe('the settings', () => {
  test('have a default each: an empty environment starts the whole service on loopback', () => {
    expect(readConfig({}, [])).toMatchObject({
      ROLE: 'all',
      HOST: '127.0.0.1',
      PORT: 3000,
      DATA_DIR: '.data',
      MAX_ATTEMPTS: 5,
    });
  });

  test('let Excel on the web and Teams frame the pane, wherever Microsoft serves them', () => {
    const ancestors = readConfig({}, []).FRAME_ANCESTORS.split(' ');
    for (const origin of [
      "'self'",
      'https://*.officeapps.live.com',
      'https://*.cloud.microsoft',
      'https://teams.microsoft.com',
    ])
      expect(ancestors).toContain(origin);
  });

  test('that are empty count as not given, as compose files pass them', () => {
    expect(readConfig({ PORT: '', BOOTSTRAP_API_KEY: '' }, [])).toEqual(readConfig({}, []));
  });

  test('that are bad end the start with the whole list', () => {
    expect(() => readConfig({ PORT: 'http', LOG_LEVEL: 'loud', LEASE_SECONDS: '0' }, [])).toThrow(
      /PORT:[^]*LOG_LEVEL:[^]*LEASE_SECONDS:/,
    );
  });

  test('that lack another stand in the same list', () => {
    const settings = { ROLE: 'web', PORT: 'http', TLS_KEY_FILE: 'key.pem', BOOTSTRAP_ENGAGEMENT_ID: 'main' };
    expect(() => readConfig(settings, [])).toThrow(
      /PORT:[^]*TLS_CERT_FILE: Give TLS_CERT_FILE and TLS_KEY_FILE together[^]*BOOTSTRAP_CLIENT_ACCOUNT_ID: [^]*MONGODB_URI: /,
    );
    expect(() => readConfig({ PORT: 'http' }, ['--role', 'worker'])).toThrow(/PORT:[^]*MONGODB_URI: /);
    expect(() => readConfig({ ADVISER_API_KEY: 'k' }, [])).toThrow(
      'ADVISER_BASE_URL: Give ADVISER_BASE_URL and ADVISER_MODEL',
    );
  });

  test('take what may frame the pane in every form a browser does', () => {
    const FRAME_ANCESTORS =
      "'self' https: *.example.com https://host https://a.example.com:8443 localhost:* http://*:80";
    expect(readConfig({ FRAME_ANCESTORS }, []).FRAME_ANCESTORS).toBe(FRAME_ANCESTORS);
    expect(readConfig({ FRAME_ANCESTORS: "'none'" }, []).FRAME_ANCESTORS).toBe("'none'");
  });

  test.each([
    ['PORTT', 'PORT'],
    ['LEASE_SECOND', 'LEASE_SECONDS'],
    ['UPLOADS_AT_ONC', 'UPLOADS_AT_ONCE'],
    ['MONGO_URI', 'MONGODB_URI'],
    ['BOOTSTRAP_APIKEY', 'BOOTSTRAP_API_KEY'],
    ['LOG_LEVLE', 'LOG_LEVEL'],
  ])('that nobody reads but were probably meant are told: %s for %s', (name, meant) => {
    expect(findMisspelt({ [name]: '1', PORT: '80', HOME: '/root', PATH: '/bin' })).toEqual([{ name, meant }]);
  });

  test('that were probably misspelt stand in the list of a start that fails for others', () => {
    expect(() => readConfig({ PORT: 'http', LEASE_SECOND: '5' }, [])).toThrow(
      /PORT:[^]*LEASE_SECOND: There is no such setting; probably LEASE_SECONDS was meant\./,
    );
  });

  test('of other programs are not taken for misspelt ones', () => {
    const names = [
      'HOME',
      'PATH',
      'PWD',
      'HOSTNAME',
      'SSL_CERT_FILE',
      'NODE_ENV',
      'TMPDIR',
      'POSIX',
      'MODE',
      'DATABASE_URL',
    ];
    expect(findMisspelt(Object.fromEntries(names.map((name) => [name, 'x'])))).toEqual([]);
    expect(findMisspelt(readConfig({}, []) as never)).toEqual([]);
  });

  test.each([
    ['PORT', 'http', 'Give a number.'],
    ['PORT', '80.5', 'Give a whole number.'],
    ['ROLE', 'boss', 'Give one of "all", "web", "worker".'],
    ['LEASE_SECONDS', '0', 'Give at least 1.'],
    ['MONGODB_URI', 'localhost:27017', 'Give a connection string'],
    ['MONGODB_DATABASE', 'a/b', 'none of /'],
    ['BOOTSTRAP_API_KEY', 'two words', 'without spaces'],
    ['BOOTSTRAP_API_KEY', 'x'.repeat(23), 'Use at least 24 characters'],
    ['BOOTSTRAP_CLIENT_ACCOUNT_ID', 'a b', 'letters, digits'],
    ['FRAME_ANCESTORS', "'self'; script-src *", 'Separate origins by spaces.'],
    ['FRAME_ANCESTORS', 'self https://*.example.com', "'self' or 'none' with their quotes"],
    ['FRAME_ANCESTORS', "'self' https://*.*.example.com", 'Give origins'],
    ['FRAME_ANCESTORS', "'unsafe-inline'", 'Give origins'],
    ['FRAME_ANCESTORS', "'self' ftp//example", 'Give origins'],
    ['ADVISER_BASE_URL', 'ftp://models', 'Give an http or https URL.'],
  ])('say what %s=%s should be', (name, value, said) => {
    expect(() => readConfig({ [name]: value, ADVISER_MODEL: 'm' }, [])).toThrow(`  ${name}: `);
    expect(() => readConfig({ [name]: value, ADVISER_MODEL: 'm' }, [])).toThrow(said);
  });

  test('take a first key of 24 characters', () => {
    const key = 'x'.repeat(24);
    expect(readConfig({ BOOTSTRAP_API_KEY: key }, []).BOOTSTRAP_API_KEY).toBe(key);
  });

  test.each([['--role', 'worker'], ['--role=worker']])('take the role from %s too', (...args) => {
    expect(readConfig({ MONGODB_URI: 'mongodb://db' }, args).ROLE).toBe('worker');
  });

  test.each([['--rol', 'worker'], ['worker'], ['--help'], ['--role']])(
    'are no other arguments: %p does not start the whole service',
    (...args) => {
      expect(() => readConfig({ MONGODB_URI: 'mongodb://db' }, args)).toThrow(/The only argument is --role: /);
    },
  );

  test('refuse separate roles without a common database, half a certificate, and an engagement without its client', () => {
    expect(() => readConfig({ ROLE: 'web' }, [])).toThrow('give MONGODB_URI');
    expect(() => readConfig({ TLS_CERT_FILE: 'cert.pem' }, [])).toThrow('TLS_KEY_FILE');
    expect(() => readConfig({ BOOTSTRAP_ENGAGEMENT_ID: 'wave-2' }, [])).toThrow('BOOTSTRAP_CLIENT_ACCOUNT_ID');
  });

  test('are all in .env.example and in the README, and nothing else is', () => {
    const names = [...readFileSync('service/config.ts', 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(
      (match) => match[1] ?? '',
    );
    expect(names.length).toBeGreaterThan(15);
    const example = [...readFileSync('.env.example', 'utf8').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(
      (match) => match[1] ?? '',
    );
    expect([...new Set(example)].sort()).toEqual([...names].sort());
    expect(
      listedInReadme()
        .flatMap((row) => row.names)
        .sort(),
    ).toEqual([...names].sort());
  });

  test('have the defaults that the README and .env.example say', () => {
    const defaults = Object.entries(readConfig({}, [])).map(([name, value]): [string, string] => [name, String(value)]);
    const said = new Map(listedInReadme().flatMap(({ names, standard }) => names.map((name) => [name, standard])));
    for (const [name, value] of defaults)
      if (said.get(name)?.startsWith('`')) expect(`${name} ${said.get(name)}`).toBe(`${name} \`${value}\``);
    const example = readFileSync('.env.example', 'utf8');
    for (const [name, value] of defaults)
      expect(example).toMatch(new RegExp(`^# ${name}="?${literalPattern(value)}"?$`, 'm'));
  });
});
