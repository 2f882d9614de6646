import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestService, type TestService } from '../harness/service-harness.ts';

let plain: TestService;
let secure: TestService;
beforeAll(async () => {
  plain = await startTestService();
  secure = await startTestService({ settings: { TLS_CERT_FILE: 'cert.pem', TLS_KEY_FILE: 'key.pem' } });
});
afterAll(async () => {
  await plain?.stop();
  await secure?.stop();
});

async function headersOf(service: TestService, path: string): Promise<Headers> {
  return (await fetch(service.origin + path, { redirect: 'manual' })).headers;
}

test.each(['/', '/healthz', '/readyz', '/dashboard/', '/api/docs/', '/api/v1/session', '/nowhere'])(
  '%s is never framed, guessed at or sent elsewhere by a form',
  async (path) => {
    const headers = await headersOf(plain, path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).toMatch(/form-action 'self'/);
  },
);

test.each(['/', '/healthz', '/taskpane.html', '/api/v1/session'])(
  'with a certificate of its own the service asks browsers to come by https only: %s',
  async (path) => {
    expect((await headersOf(secure, path)).get('strict-transport-security')).toBe('max-age=31536000');
    expect((await headersOf(plain, path)).get('strict-transport-security')).toBeNull();
  },
);

test('pages of other origins get no hold of pane or dashboard, but Office of the pane that it opens', async () => {
  const policy = async (path: string): Promise<string | null> =>
    (await headersOf(plain, path)).get('cross-origin-opener-policy');
  expect(await policy('/dashboard/')).toBe('same-origin');
  expect(await policy('/taskpane.html')).toBe('same-origin');
  expect(await policy('/taskpane.html?_host_Info=Excel$Web$16.01$en-US')).toBeNull();
});
