/**
 * `npm run sideload`: everything between a checkout and the pane in desktop Excel. Makes and trusts a development
 * certificate, registers manifest.xml with Excel, and is the service on https until Ctrl+C.
 * `npm run sideload -- --remove` takes the registration away again. Not tried by any test: it needs a real Excel.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureCertificatesAreInstalled } from 'office-addin-dev-certs';
import { OfficeAddinManifest } from 'office-addin-manifest';

const manifest = path.resolve(import.meta.dirname, '../manifest.xml');
const certificates = path.join(os.homedir(), '.office-addin-dev-certs');
const { id, defaultSettings } = await OfficeAddinManifest.readManifestFile(manifest);
const { port } = new URL(defaultSettings.sourceLocation);

const developerKey = 'HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer';
const wef = path.join(os.homedir(), 'Library/Containers/com.microsoft.Excel/Data/Documents/wef');
const wefFile = path.join(wef, `${id}.manifest.xml`);

/** Where desktop Excel looks for add-ins under development on each system. */
const excelOn = {
  win32: {
    afterwards: 'From then on its button is on the Data tab.',
    register: () => execFileSync('reg', ['add', developerKey, '/v', id, '/t', 'REG_SZ', '/d', manifest, '/f']),
    remove: () => execFileSync('reg', ['delete', developerKey, '/v', id, '/f']),
  },
  darwin: {
    afterwards: `Its button is on the Data tab until Excel is closed, which forgets add-ins under development on a Mac:
choose it there again after each start (in older versions Insert > My Add-ins).`,
    register: () => {
      mkdirSync(wef, { recursive: true });
      copyFileSync(manifest, wefFile);
    },
    remove: () => rmSync(wefFile, { force: true }),
  },
};

const excel = excelOn[process.platform];
if (!excel) {
  process.stderr.write(
    `Desktop Excel does not run on ${process.platform}; nothing was changed. Excel on the web can take the add-in:
  1. Start the service on https with a certificate your browser trusts:
     TLS_CERT_FILE=… TLS_KEY_FILE=… PORT=${port} npm start
  2. In Excel on the web choose Home > Add-ins > More Add-ins > My Add-ins > Upload My Add-in and give it manifest.xml.
     Chrome and Edge ask whether it may reach the local network: allow it.
The same pane runs without Excel at /taskpane.html, with a dropped .xlsx, .xlsm, .csv or .tsv file.
`,
  );
  process.exit(1);
}

if (process.argv.includes('--remove')) {
  excel.remove();
  process.stdout.write('Excel no longer lists the add-in after its next start. The certificate stays; to remove it:\n');
  process.stdout.write('npx office-addin-dev-certs uninstall\n');
  process.exit(0);
}

process.stdout.write(
  `Certificate: made in ${certificates} when there is none; the system may ask whether to trust it.\n`,
);
await ensureCertificatesAreInstalled();
excel.register();
process.stdout.write(`Excel: manifest.xml is registered. Close Excel, start it again, open a workbook, then choose
Home > Add-ins > CMDB Import (under Developer Add-ins). ${excel.afterwards}
Service: https://localhost:${port}, until Ctrl+C. To undo: npm run sideload -- --remove
`);
process.env.PORT = port;
process.env.TLS_CERT_FILE = path.join(certificates, 'localhost.crt');
process.env.TLS_KEY_FILE = path.join(certificates, 'localhost.key');
await import('./start.mjs');
