import { execFileSync } from 'node:child_process';
import { buildWhatIsStale } from '../../scripts/build-stale.mjs';
import startMongod from './start-mongod.mjs';

/** A mongod, both browser bundles built from the present sources, and a Chromium on the PATH. Nothing is skipped. */
// oxlint-disable-next-line import/no-default-export -- jest takes the default export.
export default async function startBrowserStack() {
  try {
    process.env.TEST_CHROMIUM ??= execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
  } catch {
    throw new Error('The browser tests need Chromium on the PATH: apt-get install -y chromium');
  }
  buildWhatIsStale(['pane', 'dashboard']);
  await startMongod();
}
