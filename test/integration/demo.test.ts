import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { projectRoot } from '../harness/project-root.ts';
import { startTestService, type TestService } from '../harness/service-harness.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());

async function demo(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/demo.ts', '--url', service.origin, ...args], {
    cwd: projectRoot,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await once(child, 'exit')) as [number | null];
  const [stdout, stderr] = await said;
  return { code, stdout, stderr };
}

test('npm run demo imports into the client and engagement of a key that is bound', async () => {
  const { apiKey } = await service.keyFor('admin', 'contoso', 'wave-2');
  const { code, stdout, stderr } = await demo('--key', apiKey);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Imports into client contoso, engagement wave-2.\n');
  expect(stdout).toContain('100 %');
});

test('npm run demo asks for the engagement that a key bound to a client may not make', async () => {
  const body = {
    name: 'of fabrikam',
    role: 'analyst',
    grant: { client_account_id: 'fabrikam', engagement_id: null },
  } as const;
  const { api_key: apiKey } = await fetchEndpoint(service.as('any'), endpoints.createApiKey, { body });
  expect(await demo('--key', apiKey)).toEqual({
    code: 1,
    stdout: '',
    stderr:
      "This key is bound to client fabrikam and may not make an engagement for this run: give --engagement, one of that client's.\n",
  });
});
