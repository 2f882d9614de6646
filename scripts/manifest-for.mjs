import { readFileSync } from 'node:fs';
import path from 'node:path';

/** `npm run -s manifest:for -- https://import.example.com`: the manifest for another address, on stdout. */
const LOCAL = 'https://localhost:3000';
const given = process.argv[2] ?? '';
const origin = URL.canParse(given) ? new URL(given) : null;
if (origin?.protocol !== 'https:' || origin.pathname !== '/' || origin.search !== '') {
  process.stderr.write(
    'Give the https address the service is reached at, without a path: npm run -s manifest:for -- https://import.example.com\n',
  );
  process.exit(1);
}
const manifest = readFileSync(path.resolve(import.meta.dirname, '../manifest.xml'), 'utf8');
process.stdout.write(manifest.replaceAll(LOCAL, origin.origin));
