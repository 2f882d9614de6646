import { useMemo, useSyncExternalStore } from 'react';

/**
 * The URL is the dashboard's state: page, filters, flow and tab stand in its query, so a view can be sent to a colleague
 * and the back button works. The service serves one page, so paths are not used.
 */
export interface View {
  page: (typeof pages)[number];
  /** Filter of the flows list; null is all. */
  client: string | null;
  engagement: string | null;
  status: string | null;
  /** The opened flow and the tenant it belongs to. */
  flow: string | null;
  flowClient: string | null;
  flowEngagement: string | null;
  tab: string | null;
  /** What the list of assessments shows. */
  kind: string | null;
  treatment: string | null;
  /** When support ends: `ended`, `12m` or a day. */
  ends: string | null;
  /** What the list of assets shows. */
  assetClass: string | null;
  environment: string | null;
  /** null is the order each list has of its own. */
  sort: string | null;
  /** What the list of flows, assets, remembered mappings or audit events is searched for. */
  search: string | null;
  /** Which audit events are listed: of an act, and since when. */
  action: string | null;
  since: string | null;
  /** Done with this key. */
  key: string | null;
  /** Which conflicts are listed. */
  decision: string | null;
  /** The import whose conflicts or assets are listed. */
  dataImport: string | null;
  /** The task, finding, mapping, record, asset or conflict whose panel is open. */
  item: string | null;
}

const pages = ['flows', 'assets', 'conflicts', 'graph', 'debt', 'memory', 'keys', 'audit'] as const;

const names: Record<keyof View, string> = {
  page: 'page',
  client: 'client',
  engagement: 'engagement',
  status: 'status',
  flow: 'flow',
  flowClient: 'flow_client',
  flowEngagement: 'flow_engagement',
  tab: 'tab',
  kind: 'kind',
  treatment: 'treatment',
  ends: 'ends',
  assetClass: 'class',
  environment: 'environment',
  sort: 'sort',
  search: 'search',
  action: 'action',
  since: 'since',
  key: 'key',
  decision: 'decision',
  dataImport: 'import',
  item: 'item',
};

const listeners = new Set<() => void>();

function readView(search: string): View {
  const query = new URLSearchParams(search);
  const read = (name: keyof View): string | null => query.get(names[name]) || null;
  return {
    page: pages.find((page) => page === read('page')) ?? 'flows',
    client: read('client'),
    engagement: read('client') === null ? null : read('engagement'),
    status: read('status'),
    flow: read('flow'),
    flowClient: read('flowClient'),
    flowEngagement: read('flowEngagement'),
    tab: read('tab'),
    kind: read('kind'),
    treatment: read('treatment'),
    ends: read('ends'),
    assetClass: read('assetClass'),
    environment: read('environment'),
    sort: read('sort'),
    search: read('search'),
    action: read('action'),
    since: read('since'),
    key: read('key'),
    decision: read('decision'),
    dataImport: read('dataImport'),
    item: read('item'),
  };
}

/** The address of a view that differs from another one by `changes`. */
export function addressOf(view: View, changes: Partial<View>): string {
  const query = new URLSearchParams();
  const merged = { ...view, ...changes };
  for (const name of Object.keys(names) as (keyof View)[]) {
    const value = merged[name];
    if (value !== null && !(name === 'page' && value === 'flows')) query.set(names[name], value);
  }
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
  return useMemo(() => readView(search), [search]);
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
