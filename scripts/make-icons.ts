/** Draws the icons from one SVG with Chromium, in the sizes Office asks for. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const SIZES = [16, 32, 64, 80, 128];
const folder = path.resolve(import.meta.dirname, '../addin/public/assets');

/** A sheet whose rows flow into a stack of records. Small sizes leave out the lines that would blur. */
function icon(size: number): string {
  const lines =
    size >= 32
      ? '<path d="M10 20h26M10 29h26M19 12v26" stroke="#9fd5bb" stroke-width="2.4"/>'
      : '<path d="M10 23h26" stroke="#9fd5bb" stroke-width="4"/>';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 64 64">
    <rect x="5" y="6" width="36" height="36" rx="5" fill="#107c41"/>${lines}
    <g fill="#0f4c81"><path d="M30 36v18c0 3.9 6.3 6 14.500 6S59 57.900 59 54V36z"/><ellipse cx="44.500" cy="36" rx="14.500" ry="6" fill="#3b8fd4"/></g>
    <path d="M30 45c0 3.900 6.300 6 14.500 6S59 48.900 59 45" fill="none" stroke="#8cc4f0" stroke-width="${size >= 32 ? 2.4 : 4}"/></svg>`;
}

const executablePath = execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
mkdirSync(folder, { recursive: true });
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0;background:transparent}svg{display:block}</style>${icon(size)}`);
  await page.screenshot({ path: path.join(folder, `icon-${size}.png`), omitBackground: true });
}
await browser.close();
console.log(`Wrote ${SIZES.length} icons to ${folder}`);
