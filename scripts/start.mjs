import { existsSync } from 'node:fs';
import path from 'node:path';

/** `npm start`: the service with the settings of the environment, and of `.env` in this folder those it does not give. */
const settings = path.resolve(import.meta.dirname, '../.env');
if (existsSync(settings)) {
  try {
    process.loadEnvFile(settings);
  } catch (error) {
    process.stderr.write(`.env cannot be read, so nothing was started: ${error.message}\n`);
    process.exit(1);
  }
  process.stdout.write('Settings are taken from .env; the environment goes before it.\n');
}
await import('./build-and-run.mjs');
