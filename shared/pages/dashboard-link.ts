/**
 * The URL is the dashboard's state: page, filters, flow and tab stand in its query, so a view can be sent to a colleague
 * and the back button works. The service serves one page, so paths are not used.
 */
export interface DashboardView {
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

const names: Record<keyof DashboardView, string> = {
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

/** What an address of the dashboard shows. */
export function readDashboardQuery(search: string): DashboardView {
  const query = new URLSearchParams(search);
  const read = (name: keyof DashboardView): string | null => query.get(names[name]) || null;
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

/** The query of an address that shows this. */
export function dashboardQuery(view: Partial<DashboardView>): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of Object.keys(names) as (keyof DashboardView)[]) {
    const value = view[name] ?? null;
    if (value !== null && !(name === 'page' && value === 'flows')) query.set(names[name], value);
  }
  return query;
}

interface Tenant {
  clientAccountId: string;
  engagementId: string;
}

/** A flow's page; `shown` says what of it. */
export function flowAddress(
  { clientAccountId, engagementId }: Tenant,
  flowId: string,
  shown: Pick<Partial<DashboardView>, 'tab' | 'kind'> = {},
): string {
  return addressOf({ flow: flowId, flowClient: clientAccountId, flowEngagement: engagementId, ...shown });
}

/** The list of what an import could not place; without `decision`, of what is open. */
export function conflictsAddress(
  { clientAccountId: client, engagementId: engagement }: Tenant,
  dataImportId: string,
  decision: 'decided' | null = null,
): string {
  return addressOf({ page: 'conflicts', client, engagement, dataImport: dataImportId, decision });
}

function addressOf(view: Partial<DashboardView>): string {
  return `/dashboard/?${dashboardQuery(view).toString()}`;
}
