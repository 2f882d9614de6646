/**
 * `npm run sideload`: everything between a checkout and the button in desktop Excel. Makes and trusts a development
 * certificate, registers manifest.xml with Excel, and is the service on https until Ctrl+C.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureCertificatesAreInstalled } from 'office-addin-dev-certs';

const manifest = path.resolve(import.meta.dirname, '../manifest.xml');
const ADDIN_ID = '6f0b7c7e-3d53-4b8a-9a5e-2b7f1c9d84a6';
const certificates = path.join(os.homedir(), '.office-addin-dev-certs');

/** Where desktop Excel looks for add-ins under development, as Microsoft documents it for each system. */
const register = {
  win32: () =>
    execFileSync('reg', [
      'add',
      'HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer',
      '/v',
      ADDIN_ID,
      '/t',
      'REG_SZ',
      '/d',
      manifest,
      '/f',
    ]),
  darwin: () => {
    const folder = path.join(os.homedir(), 'Library/Containers/com.microsoft.Excel/Data/Documents/wef');
    mkdirSync(folder, { recursive: true });
    copyFileSync(manifest, path.join(folder, `${ADDIN_ID}.manifest.xml`));
  },
};

const registerHere = register[process.platform];
if (!registerHere) {
  process.stderr.write(
    'There is no desktop Excel on this system. Upload manifest.xml in Excel on the web: Home → Add-ins → More → Upload my add-in.\n',
  );
  process.exit(1);
}
await ensureCertificatesAreInstalled();
registerHere();
process.stdout.write('Registered with Excel. Restart Excel; the button is on the Data tab.\n');
process.env.TLS_CERT_FILE = path.join(certificates, 'localhost.crt');
process.env.TLS_KEY_FILE = path.join(certificates, 'localhost.key');
await import('./start.mjs');
