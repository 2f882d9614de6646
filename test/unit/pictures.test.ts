import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const PICTURES = 'docs/screenshots';

function shownIn(document: string): string[] {
  const links = readFileSync(document, 'utf8').matchAll(/!\[[^\]]*\]\(([^)]+\.png)\)/g);
  return [...links].map(([, link = '']) => path.join(path.dirname(document), link));
}

test('every picture is taken by npm run screenshots and shown in a document, and no other is', () => {
  const pictures = readdirSync(PICTURES).sort();
  const documents = [
    ...readdirSync('.'),
    ...readdirSync('docs', { recursive: true }).map((file) => `docs/${String(file)}`),
  ];
  const shown = documents.filter((file) => file.endsWith('.md')).flatMap(shownIn);
  expect([...new Set(shown)].sort()).toEqual(pictures.map((name) => path.join(PICTURES, name)));
  const taken = readFileSync('scripts/shoot-docs.ts', 'utf8').matchAll(/shoot\(page, '([a-z0-9-]+)'\)/g);
  expect([...taken].map(([, name]) => `${name}.png`).sort()).toEqual(pictures);
});
