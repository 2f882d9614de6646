import { useEffect } from 'react';
import { dashboardKey } from '#shared/pages/dashboard-key.ts';
import { DASHBOARD_TAB } from '#shared/pages/dashboard-tab.ts';
import { answerForKey } from '#shared/pages/key-among-tabs.ts';
import { openInBrowser } from '../office-start.ts';

/** Whoever signed out of the dashboard is not signed in by the pane before they open the dashboard from it. */
let maySignIn = true;
/** A tab that somebody signed out of is only signed in by the pane that opened it just now. */
let openedAtMs = Number.NEGATIVE_INFINITY;
const OPENING_MS = 10_000;

/** Whether a page of the dashboard opens elsewhere; else the link, whose tab is to be `DASHBOARD_TAB`, is followed. */
export function opensElsewhere(href: string): boolean {
  maySignIn = true;
  openedAtMs = Date.now();
  return openInBrowser(href);
}

export function openDashboard(): void {
  // Its opener stays known: a tab without one is another each time.
  if (!opensElsewhere('/dashboard/')) window.open('/dashboard/', DASHBOARD_TAB);
}

/** A pane in a browser lets tabs of the dashboard begin with its key; null: there is none, or the pane is Excel's. */
export function useDashboardSignIn(apiKey: string | null): void {
  useEffect(() => {
    if (apiKey === null) return undefined;
    return answerForKey({
      apiKey,
      by: 'pane',
      mayAnswer: ({ isSignedOut }) => {
        const isOpening = Date.now() - openedAtMs < OPENING_MS;
        openedAtMs = Number.NEGATIVE_INFINITY;
        return isOpening || (maySignIn && !isSignedOut);
      },
      onSignedOut: () => {
        maySignIn = false;
        dashboardKey.forget();
      },
    });
  }, [apiKey]);
}
