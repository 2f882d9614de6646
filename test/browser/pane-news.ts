import type { Page } from 'playwright-core';
import { until } from '../harness/until.ts';

/**
 * Keeps what screen readers are told, in its order, from the next page on: what comes into a place of news, and alerts.
 * What comes while a dialog hides the place from readers is told to nobody.
 */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const hear = (node: Node): void => {
      const element = node instanceof Element ? node : node.parentElement;
      if (element?.closest('[aria-hidden=true]') === null) heard.push((node.textContent ?? '').trim());
    };
    const isAlert = (node: Node): boolean =>
      node instanceof Element && (node.matches('[role=alert]') || node.querySelector('[role=alert]') !== null);
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const isNews = target instanceof Element && target.closest('[aria-live], [role=status], [role=alert]') !== null;
        for (const node of addedNodes) if (isNews || isAlert(node)) hear(node);
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
