import type { Page } from 'playwright-core';
import { until } from '../harness/until.ts';

/** Keeps what screen readers are told, in its order, from the next page on: what comes into the place of news. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const region = target instanceof Element ? target.closest('[role=status][aria-live]') : null;
        if (region !== null) heard.push(...[...addedNodes].map((node) => (node.textContent ?? '').trim()));
      }
    }).observe(document, { childList: true, subtree: true });
  });
}

export const heardOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { heard: string[] }).heard);

/** Waits until these words were told. */
export async function hear(page: Page, words: string | RegExp): Promise<void> {
  const isIt = (text: string): boolean => (typeof words === 'string' ? text === words : words.test(text));
  await until(`"${String(words)}" is told`, async () => (await heardOn(page)).some(isIt));
}
