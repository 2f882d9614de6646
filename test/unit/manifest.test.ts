import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { readConfig } from '#service/config.ts';

const text = readFileSync('manifest.xml', 'utf8');

/** Children in document order, as the schema cares about it. */
type Node = Record<string, Node[] | Record<string, string>>;
const document = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' }).parse(
  text,
) as Node[];

const nameOf = (node: Node): string => Object.keys(node).find((key) => key !== ':@') ?? '';
const attributes = (node: Node): Record<string, string> => (node[':@'] ?? {}) as Record<string, string>;
const children = (node: Node): Node[] => node[nameOf(node)] as Node[];
const find = (nodes: readonly Node[], name: string): Node => {
  const found = nodes.find((node) => nameOf(node) === name);
  if (!found) throw new Error(`The manifest has no ${name}.`);
  return found;
};
const all = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => [node, ...(nameOf(node) === '#text' ? [] : all(children(node)))]);
const content = (node: Node): string => String((children(node)[0] as unknown as { '#text': string })['#text']);

const app = find(document, 'OfficeApp');
const overrides = find(children(app), 'VersionOverrides');
const every = all([app]);

describe('manifest.xml', () => {
  test('is well-formed', () => {
    expect(XMLValidator.validate(text)).toBe(true);
  });

  test('has its elements in the order Office demands', () => {
    expect(children(app).map(nameOf)).toEqual([
      'Id',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'HighResolutionIconUrl',
      'SupportUrl',
      'AppDomains',
      'Hosts',
      'Requirements',
      'DefaultSettings',
      'Permissions',
      'VersionOverrides',
    ]);
    expect(children(overrides).map(nameOf)).toEqual(['Hosts', 'Resources']);
    expect(children(find(children(overrides), 'Resources')).map(nameOf)).toEqual([
      'bt:Images',
      'bt:Urls',
      'bt:ShortStrings',
      'bt:LongStrings',
    ]);
    const control = every.find((node) => nameOf(node) === 'Control');
    expect(control && children(control).map(nameOf)).toEqual(['Label', 'Supertip', 'Icon', 'Action']);
    const group = every.find((node) => nameOf(node) === 'Group');
    expect(group && children(group).map(nameOf)).toEqual(['Label', 'Icon', 'Control']);
  });

  test('has a GUID as id, the version of the package, and asks for no more than it needs', () => {
    expect(content(find(children(app), 'Id'))).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(content(find(children(app), 'Version'))).toBe(`${version}.0`);
    expect(content(find(children(app), 'Permissions'))).toBe('ReadWriteDocument');
    expect(attributes(every.find((node) => nameOf(node) === 'Set') ?? {})).toEqual({
      Name: 'ExcelApi',
      MinVersion: '1.9',
    });
  });

  test('names https addresses of one origin only', () => {
    const urls = every
      .flatMap((node) => Object.values(attributes(node)))
      .filter(
        (value) =>
          /^\w+:\/\//.test(value) &&
          !value.startsWith('http://schemas.microsoft.com') &&
          !value.startsWith('http://www.w3.org'),
      );
    expect(urls.length).toBeGreaterThan(6);
    expect(new Set(urls.map((url) => new URL(url).origin))).toEqual(new Set(['https://localhost:3000']));
  });

  test('resolves every resource it refers to, uses every one it has, and keeps to their lengths', () => {
    const defined = every.filter((node) => 'id' in attributes(node) && nameOf(node).startsWith('bt:'));
    const ids = defined.map((node) => attributes(node)['id'] ?? '');
    const used = every.flatMap((node) => attributes(node)['resid'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...new Set(used)].sort()).toEqual([...ids].sort());
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(32);
    for (const [list, longest] of [
      ['bt:ShortStrings', 125],
      ['bt:LongStrings', 250],
    ] as const) {
      for (const entry of children(find(children(find(children(overrides), 'Resources')), list)))
        expect((attributes(entry)['DefaultValue'] ?? '').length).toBeLessThanOrEqual(longest);
    }
  });

  test('keeps to the lengths of what Office shows of it in lists', () => {
    expect(content(find(children(app), 'ProviderName')).length).toBeLessThanOrEqual(125);
    for (const [element, longest] of [
      ['DisplayName', 125],
      ['Description', 250],
    ] as const) {
      const { length } = attributes(find(children(app), element))['DefaultValue'] ?? '';
      expect(length).toBeGreaterThan(0);
      expect(length).toBeLessThanOrEqual(longest);
    }
  });

  test('opens the address the service serves the pane at, on its default port', () => {
    const pane = attributes(find(children(find(children(app), 'DefaultSettings')), 'SourceLocation'))['DefaultValue'];
    expect(pane).toBe('https://localhost:3000/taskpane.html');
    expect(readConfig({}, []).PORT).toBe(3000);
    const button = every.find((node) => attributes(node)['id'] === 'Pane.Url');
    expect(attributes(button ?? {})['DefaultValue']).toBe(pane);
  });

  test('has every icon, each of the size its name says', () => {
    const icons = every.flatMap((node) => Object.values(attributes(node))).filter((value) => value.endsWith('.png'));
    expect(icons.length).toBe(5);
    for (const url of icons) {
      const file = path.join('addin/public', new URL(url).pathname);
      const png = readFileSync(file);
      const size = Number(/-(\d+)\.png$/.exec(url)?.[1]);
      expect([file, png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
        file,
        'PNG',
        size,
        size,
      ]);
    }
    const sizes = every
      .filter((node) => nameOf(node) === 'bt:Image' && 'size' in attributes(node))
      .map((node) => [attributes(node)['size'], attributes(node)['resid']]);
    expect(sizes.map(([size]) => size)).toEqual(['16', '32', '80', '16', '32', '80']);
    for (const [size, resid] of sizes) expect(resid).toBe(`Icon.${size}`);
    for (const [element, size] of [
      ['IconUrl', 32],
      ['HighResolutionIconUrl', 64],
    ] as const)
      expect(attributes(find(children(app), element))['DefaultValue']).toMatch(new RegExp(`icon-${size}\\.png$`));
  });

  test('is written for another https address, and refuses any other', () => {
    const other = execFileSync(process.execPath, ['scripts/manifest-for.mjs', 'https://import.example.com'], {
      encoding: 'utf8',
    });
    expect(other).not.toContain('localhost');
    expect(other).toContain('https://import.example.com/taskpane.html');
    for (const bad of ['http://import.example.com', 'import.example.com', 'https://import.example.com/pane']) {
      expect(() => execFileSync(process.execPath, ['scripts/manifest-for.mjs', bad], { stdio: 'pipe' })).toThrow();
    }
  });
});
