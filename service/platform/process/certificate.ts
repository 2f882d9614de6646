import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';

export interface Certificate {
  cert: Buffer;
  key: Buffer;
}

/** The certificate and its key in two files. @throws Error that names the setting, or both when they do not belong together */
export function readCertificate(certFile: string, keyFile: string): Certificate {
  const cert = readSetting('TLS_CERT_FILE', certFile);
  const key = readSetting('TLS_KEY_FILE', keyFile);
  assertUsable('TLS_CERT_FILE', `${certFile} has no certificate in PEM`, { cert });
  assertUsable('TLS_KEY_FILE', `${keyFile} has no key in PEM that opens without a password`, { key });
  assertUsable('TLS_CERT_FILE, TLS_KEY_FILE', 'the key is not that of the certificate', { cert, key });
  return { cert, key };
}

function readSetting(setting: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const what = isMissing ? `there is no file ${file}` : `${file} cannot be read (${(cause as Error).message})`;
    throw new Error(`${setting}: ${what}.`, { cause });
  }
}

function assertUsable(setting: string, otherwise: string, content: Partial<Certificate>): void {
  try {
    createSecureContext(content);
  } catch (cause) {
    throw new Error(`${setting}: ${otherwise} (${(cause as Error).message}).`, { cause });
  }
}
