import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { projectRoot } from './project-root.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[
    // Pages of the address bar, which every new context would draw: a second of processor time each.
    'WebUIOmniboxPopup',
    'WebUIOmniboxAimPopup',
    // The switch takes the place of Playwright's own, which turns these off.
    'AimEnabled',
    'AvoidCorsURLLoaderRestartOnRedirect',
    'AvoidUnnecessaryBeforeUnloadCheckSync',
    'DestroyProfileOnBrowserClose',
    'HttpsFirstBalancedModeAutoEnable',
    'HttpsUpgrades',
    'LensOverlay',
    'MediaRouter',
    'NetworkTimeServiceQuerying',
    'OptimizationHints',
    'PaintHolding',
    'PreconnectToSearch',
    'ThirdPartyStoragePartitioning',
  ].join(',')}`,
];
/** office.js outside Excel tries to frame its telemetry; the pane's policy refuses it, as it should. */
const OFFICE_TELEMETRY = /telemetryservice\.firstpartyapps\.oaspapps\.com/;
/** Chromium starts within seconds, but for a machine that does everything at once, ms. */
const START_MS = 100_000;
const SCREENSHOTS = path.join(projectRoot, 'dist/screenshots');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface TestPage {
  page: Page;
  /** Errors of the page and its console, and requests that left this machine. */
  complaints: string[];
  close(): Promise<void>;
}

export interface PageOptions {
  width?: number;
  height?: number;
  isDark?: boolean;
}

/** The Chromium on the PATH, one for all tests of a file: its start takes longer than many a test. */
let browser: Browser | undefined;

/** After the last page; a further page starts another one. */
export async function closeBrowser(): Promise<void> {
  await browser?.close();
}

async function startedBrowser(): Promise<Browser> {
  if (!browser?.isConnected())
    browser = await chromium.launch({
      executablePath: process.env['TEST_CHROMIUM'] ?? 'chromium',
      args: FLAGS,
      timeout: START_MS,
    });
  return browser;
}

/** A page that knows nothing of what other pages stored. It reaches this machine only. */
export async function openPage(options: PageOptions = {}): Promise<TestPage> {
  const context = await (
    await startedBrowser()
  ).newContext({
    viewport: { width: options.width ?? 350, height: options.height ?? 600 },
    colorScheme: options.isDark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const complaints: string[] = [];
  await keepHome(context, complaints);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !OFFICE_TELEMETRY.test(message.text()))
      complaints.push(`console: ${message.text()}`);
  });
  (globalThis as { tellOpenPage?: (test: string) => Promise<void> }).tellOpenPage = (test) => tell(page, test);
  return {
    page,
    complaints,
    close: () => context.close(),
  };
}

/** Nothing outside may be needed: such requests are stopped and told. */
async function keepHome(context: BrowserContext, complaints: string[]): Promise<void> {
  await context.route(
    (url) => url.protocol.startsWith('http') && !/^(127\.0\.0\.1|(.+\.)?localhost)$/.test(url.hostname),
    (route) => {
      complaints.push(`left this machine: ${route.request().url()}`);
      return route.abort();
    },
  );
}

/** Waits until the page has drawn what it was told to draw, and acted on how that came out. */
export async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
}

/** Waits for words that stand for a moment only: the page itself looks, in each of its frames. Begin before what brings them. */
export async function glimpse(page: Page, words: RegExp): Promise<void> {
  const isSaid = ([source, flags]: string[]) => new RegExp(source ?? '', flags).test(document.body.textContent ?? '');
  await page.waitForFunction(isSaid, [words.source, words.flags]);
}

/** Saves what the page looks like, for people; in CI nobody would see it, as dist/ is not kept. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env['CI'] !== undefined) return;
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) });
}

/** What the page of a failed test says, for whoever reads the output of a machine that is not theirs. */
async function tell(page: Page, test: string): Promise<void> {
  if (page.isClosed()) return;
  await shoot(page, `failed ${test.replaceAll(/\W+/g, ' ').slice(0, 80)}`);
  console.error(`The page of "${test}" says:\n${await page.locator('body').innerText({ timeout: 5_000 })}`);
}

interface AxeViolation {
  id: string;
  impact: string | null;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** Waits until colours have changed: on a busy machine a button looks disabled for a while after it was enabled. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((one) => one.finished));
  });
}

/** Serious and critical violations axe finds on the page as it stands; Fluent's own focus sentinels are left out. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await nextFrame(page);
  await settle(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(context: object): Promise<{ violations: AxeViolation[] }> } };
    return (await axe.run({ exclude: [['[data-tabster-dummy]']] })).violations;
  });
  return violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map(
      (one) =>
        `${one.id}: ${one.nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary ?? ''})`).join('; ')}`,
    );
}
