import { buildWhatIsStale } from '../../scripts/build-stale.mjs';
import startMongod from './start-mongod.mjs';

/** A mongod, and the service built from the present sources for the tests that run it as a process of its own. */
// oxlint-disable-next-line import/no-default-export -- jest takes the default export.
export default async function startIntegrationStack() {
  buildWhatIsStale(['service']);
  await startMongod();
}
