import type { Page } from 'playwright-core';
import { ADMIN_KEY, type TestService } from '../harness/service-harness.ts';

/** Opens the dashboard at `search` (`?page=…`) and signs in. */
export async function signIn(service: TestService, page: Page, search = '', apiKey = ADMIN_KEY): Promise<void> {
  await page.goto(`${service.origin}/dashboard/${search}`);
  await page.getByLabel('API key').fill(apiKey);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}
