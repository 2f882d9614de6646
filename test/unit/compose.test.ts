import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readConfig, settingNames } from '#service/config.ts';

interface ComposeService {
  image?: string;
  build?: string;
  entrypoint?: string[];
  command?: string[];
  environment?: Record<string, string>;
  env_file?: { path: string; required: boolean }[];
  depends_on?: Record<string, { condition: string }>;
  networks?: string[];
  volumes?: string[];
  ports?: string[];
  healthcheck?: { test: string[] };
  stop_grace_period?: string;
  deploy?: { replicas: number };
}
interface Compose {
  services: Record<string, ComposeService>;
  networks: Record<string, { internal?: boolean }>;
  volumes: Record<string, object>;
}

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true, strict: true }) as Compose;
const dockerfile = readFileSync('Dockerfile', 'utf8');
const services = Object.entries(compose.services);
const mongods = services.filter(([, service]) => service.command?.includes('--replSet'));
const mongodNames = mongods.map(([name]) => name);

function service(name: string): ComposeService {
  const found = compose.services[name];
  if (!found) throw new Error(`docker-compose.yml has no service ${name}.`);
  return found;
}

/** What `docker compose config` refuses, as far as this file could break it. */
describe('docker-compose.yml is well-formed', () => {
  const serviceKeys =
    'image build entrypoint command environment env_file depends_on networks volumes ports healthcheck restart';
  const hardening = 'stop_grace_period read_only tmpfs cap_drop security_opt deploy';
  const known = new Set(`${serviceKeys} ${hardening}`.split(' '));

  test('at the top and in each service stand only keys of the Compose specification', () => {
    const top = Object.keys(compose).filter((key) => !key.startsWith('x-'));
    expect(top.sort()).toEqual(['networks', 'services', 'volumes']);
    const unknown = services.flatMap(([name, it]) =>
      Object.keys(it)
        .filter((key) => !known.has(key))
        .map((key) => `${name}.${key}`),
    );
    expect(unknown).toEqual([]);
  });

  test.each(services)('%s names only services, networks and volumes that exist', (_name, it) => {
    expect(it.image ?? it.build).toEqual(expect.any(String));
    for (const [other, { condition }] of Object.entries(it.depends_on ?? {})) {
      const isCheckable = condition === 'service_healthy' && service(other).healthcheck !== undefined;
      expect(isCheckable || condition === 'service_completed_successfully').toBe(true);
    }
    for (const network of it.networks ?? []) expect(Object.keys(compose.networks)).toContain(network);
    for (const volume of it.volumes ?? []) expect(Object.keys(compose.volumes)).toContain(volume.replace(/:.*/s, ''));
    for (const value of Object.values(it.environment ?? {})) expect(typeof value).toBe('string');
  });

  test('every declared volume is used once', () => {
    const used = services.flatMap(([, it]) => (it.volumes ?? []).map((volume) => volume.replace(/:.*/s, '')));
    expect(used.sort()).toEqual(Object.keys(compose.volumes).sort());
  });
});

describe('the database of docker-compose.yml', () => {
  test('is one replica set of three members, each with a volume and a health check of its own', () => {
    expect(mongods).toHaveLength(3);
    for (const [, it] of mongods) {
      expect(it.command).toEqual(expect.arrayContaining(['rs0', 'transactionLifetimeLimitSeconds=15']));
      expect(it.volumes).toEqual([expect.stringMatching(/:\/data\/db$/)]);
      expect(it.healthcheck?.test[0]).toBe('CMD');
    }
  });

  test('is made a set of exactly these members once all of them answer', () => {
    const init = service('mongo-init');
    expect(Object.keys(init.depends_on ?? {})).toEqual(mongodNames);
    const script = init.command?.at(-1) ?? '';
    const [, hosts = ''] = /hosts = (\[.*\]);/.exec(script) ?? [];
    expect(JSON.parse(hosts.replaceAll("'", '"'))).toEqual(mongodNames);
    expect(script).toContain("_id: 'rs0'");
    // Compose replaces $NAME: a script that has none cannot lose anything.
    expect(script).not.toContain('$');
  });

  test('is reached by the service only', () => {
    for (const [, it] of mongods) {
      expect(it.ports).toBeUndefined();
      expect(it.networks).toEqual(['database']);
    }
    expect(compose.networks['database']?.internal).toBe(true);
  });
});

describe('the service in docker-compose.yml', () => {
  test.each(['web', 'worker'])('%s starts with its role and settings the service takes', (role) => {
    const it = service(role);
    expect(it.build).toBe('.');
    const config = readConfig({ NODE_ENV: 'production', ...it.environment }, it.command ?? []);
    expect(config.ROLE).toBe(role);
    const { searchParams, host } = new URL(
      config.MONGODB_URI?.replace(/^mongodb:/, 'http:')
        .replaceAll(',', '_')
        .replace(/:27017(?=_)/g, '') ?? '',
    );
    expect(searchParams.get('replicaSet')).toBe('rs0');
    expect(host).toBe(`${mongodNames.join('_')}:27017`);
    expect(it.depends_on).toEqual({ 'mongo-init': { condition: 'service_completed_successfully' } });
    expect(Number.parseInt(it.stop_grace_period ?? '', 10)).toBeGreaterThan(config.SHUTDOWN_SECONDS);
  });

  test('is published by the web process alone, on loopback, from the port it listens on', () => {
    const publishing = services.filter(([, it]) => it.ports !== undefined);
    expect(publishing.map(([name]) => name)).toEqual(['web']);
    expect(service('web').ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:.*:3000$/)]);
    expect(service('web').environment).toMatchObject({ HOST: '0.0.0.0', PORT: '3000' });
    expect(dockerfile).toContain('EXPOSE 3000');
  });

  test('carries no secret: keys come from .env, which is neither versioned nor part of the image', () => {
    const named = services.flatMap(([, it]) => Object.keys(it.environment ?? {}));
    expect(named.filter((name) => /KEY|SECRET|PASSWORD|TOKEN/.test(name))).toEqual([]);
    expect(readFileSync('docker-compose.yml', 'utf8')).not.toMatch(/mongodb:\/\/[^/\s]*@/);
    for (const role of ['web', 'worker']) expect(service(role).env_file).toEqual([{ path: '.env', required: false }]);
    expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('.env');
    expect(allowedIntoImage()).not.toContain('.env');
  });
});

describe('.env.example', () => {
  const settings = readFileSync('.env.example', 'utf8').replaceAll(/^# (?=[A-Z_]+=)/gm, '');

  test('shows the default of every setting, quoted so that Compose passes it whole', () => {
    const { MONGODB_URI: uri, MONGODB_DATABASE: database, ...shown } = parseEnv(settings);
    expect(uri).toBe(service('web').environment?.['MONGODB_URI']);
    expect(uri).toContain(`/${database}?`);
    expect(readConfig(shown, [])).toEqual(readConfig({}, []));
    const named = ['MONGODB_URI', 'MONGODB_DATABASE', ...Object.keys(shown)];
    expect(named.toSorted()).toEqual(settingNames.toSorted());
  });
});

describe('the image', () => {
  test('is built on a Node that package.json allows, and runs the bundle as an ordinary user', () => {
    const bases = [...dockerfile.matchAll(/^FROM node:(\d+)/gm)].map((match) => Number(match[1]));
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
    const [, least] = /^>=(\d+)/.exec(engines.node) ?? [];
    expect(bases.length).toBeGreaterThan(0);
    for (const major of bases) expect(major).toBeGreaterThanOrEqual(Number(least));
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(service('worker').entrypoint?.at(-1)).toBe('dist/service/main.js');
    expect(dockerfile).toMatch(/^ENTRYPOINT \["node", "dist\/service\/main\.js"\]$/m);
  });

  test('gets every source that npm run build reads', () => {
    for (const source of allowedIntoImage()) expect(existsSync(source)).toBe(true);
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const configs = Object.values(scripts).flatMap((script) => /vite build -c (\S+)/.exec(script)?.[1] ?? []);
    expect(allowedIntoImage()).toEqual(
      expect.arrayContaining(['addin', 'service', 'shared', 'vite.config.ts', ...configs]),
    );
  });
});

function allowedIntoImage(): string[] {
  return readFileSync('.dockerignore', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
}
