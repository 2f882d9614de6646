import { useMemo, useSyncExternalStore } from 'react';
import { dashboardQuery, readDashboardQuery, type DashboardView } from '#shared/pages/dashboard-link.ts';

export type View = DashboardView;

const listeners = new Set<() => void>();

/** The address of a view that differs from another one by `changes`. */
export function addressOf(view: View, changes: Partial<View>): string {
  const query = dashboardQuery({ ...view, ...changes });
  return query.size === 0 ? location.pathname : `${location.pathname}?${query.toString()}`;
}

/** `replace` for what the back button should not stop at, such as a corrected filter. */
export function go(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  for (const listener of listeners) listener();
}

export function useView(): View {
  const search = useSyncExternalStore(subscribe, () => location.search);
  return useMemo(() => readDashboardQuery(search), [search]);
}

export const noFlow = { flow: null, flowClient: null, flowEngagement: null, tab: null, item: null } as const;

/** A page as its link in the navigation opens it: without what narrowed another one. */
export const noFilter = {
  ...noFlow,
  kind: null,
  treatment: null,
  ends: null,
  assetClass: null,
  environment: null,
  sort: null,
  search: null,
  action: null,
  since: null,
  key: null,
  decision: null,
  dataImport: null,
} as const;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}
