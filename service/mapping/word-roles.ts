/** The role of a header's word that the alias does not hold. */
export type WordRole = 'neutral' | 'redirecting' | 'voiding' | 'unknown';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Say whose property a column is or how it is written: `Server Environment` is an environment, `Site Code` a site. */
const WHOSE = words(
  'server device asset hardware application system machine node ci item equipment product computer resource object vm guest instance primary main default current database actual service assigned it component general info information detail data list all text string label value title full name code description short new cmdb vmware workstation host details tag custom field discovery observed calculated reported jamf',
);

/** The same, for fields of one kind only. */
const OF_KIND: readonly [kind: ReadonlySet<string>, neutral: ReadonlySet<string>][] = [
  [
    words('business_owner technical_owner assigned_to support_group'),
    words(
      'email display id user contact upn fullname login last first manager person poc person address group responsible',
    ),
  ],
  [
    words('install_date purchase_date warranty_expiration end_of_support_date last_seen'),
    words('date time timestamp day os expected last contract'),
  ],
  [
    words('memory_gb storage_gb storage_used_gb'),
    words(
      'total size installed physical assigned configured provisioned capacity amount space install max number disk quantity',
    ),
  ],
  [
    words('cpu_cores cpu_sockets'),
    words('number count total physical logical virtual assigned core cpu configured install'),
  ],
  [
    words('ip_address mac_address fqdn'),
    words(
      'primary management private public local internal external static lan host server production network ipv4 ipv6 backup oob ilo idrac polling address nic interface wifi ethernet name',
    ),
  ],
  [words('disk_iops'), words('average max total second rate read write in out disk usage utilization number')],
  [
    words('network_throughput_mbps'),
    words('average max total second rate read write in out network usage utilization number'),
  ],
  [words('purchase_cost annual_cost'), words('total usd eur gbp currency original estimated')],
  [words('annual_cost'), words('running operating recurring support license maintenance hosting')],
  [
    words('six_r_strategy migration_wave'),
    words('recommended proposed migration target number name group id classification'),
  ],
  [words('department organization'), words('user owner responsible business name code')],
  [words('business_criticality data_classification migration_complexity'), words('level score rating tier class type')],
  [words('location datacenter rack_location'), words('physical address id office name building number site')],
  [
    words('serial_number asset_tag asset_id'),
    words('number id bios chassis organization unique tag external source key'),
  ],
  [
    words('operating_system os_version'),
    words(
      'version type family edition distribution platform flavor product full detail caption build number vcenter tool configuration file',
    ),
  ],
  [words('network_segment'), words('id name ip mask zone')],
  [words('asset_type server_role is_virtual'), words('type category class role model platform physical virtual')],
  [
    words('dependencies technology_stack application_name'),
    words('hosted supported install primary version list business'),
  ],
];

/**
 * Turn a header to another meaning when the alias does not hold them: `Free MB` is no storage, `CPU speed` no core
 * count, `Memory swapped` no memory size.
 */
const REDIRECTING = words(`
is enable start connected ft vc vi sdk power enclosure free unshared available speed cost price ratio count average max min limit reservation share overhead ballooned swapped active
policy rule status state health heartbeat enabled required allowed supported support hot plug type template priority response boot delay interval latency bandwidth
date time created updated version id key url path folder directory profile license certificate issuer subject dns ntp zone offset domain search ready readiness demand
adapter nic hba port order sequence index row reason override delta pricing impact include exclude tier original chosen condition conditioning firmware bios upgrade hot target recommended
consolidation monitor video snapshot backup suspend suspended monitoring isolation failover encryption patch compliance check maintenance quarantine mode setup console standard custom field first face airflow
configuration last next previous parent group name model owner size read write throughput utilization used use memory disk network user manager email phone contact position stage review admin
image source number swap overhead client agent sensor tool project policy contract sample tax depreciation lease invoice currency password login window schedule level score rating type count site service business
expiration end purchase warranty install support security core thread driver script planned estimated request approved history reserved threshold alert alarm error fault event job task process session channel
`);

/**
 * Beside any word, these say that the column is not about the asset as it is: a wish, a lack, a rest, a limit, a
 * schedule or a past; settings, counts and messages of a tool.
 */
const VOIDING = words(`
recommended target required reclaimable reclaimed wasted projected forecasted min previous former old planned proposed next latest pending missing failed failure free available unused reserved remaining limit threshold reason policy rule enabled disabled supported
backup snapshot replication replica restore schedule scheduled retention alert alarm warning error notification ticket incident certificate license licence key password credential token hash checksum signature definition
agent sensor plugin probe template profile script job task session queue latency ratio score rating count counter overhead delta difference trend forecast growth savings saving readiness recommendation suggestion action
approval approved approver reviewed reviewer validated verified requested requester created creator updated modified changed edited deleted exported imported exclude excluded exclusion include override duplicate
encryption encrypted antivirus firewall patch update vulnerability vulnerabilities threat malware risk compliance exposure infected quarantine isolation
order invoice contract lease depreciation salvage residual tax currency discount quote requisition funding
bios firmware boot uptime reboot restart shutdown timezone zone offset language locale keyboard monitor printer battery fan temperature voltage watt weight height width depth
phone telephone fax pager latitude longitude url link path folder directory icon image picture color
`);

/** All words that have a role. */
export const roleWords: readonly string[] = [
  ...WHOSE,
  ...REDIRECTING,
  ...VOIDING,
  ...OF_KIND.flatMap(([, neutral]) => [...neutral]),
];

/** Words that speak against every field, without those that say whose the column is. */
export const isVoiding = (word: string): boolean => VOIDING.has(word) && !WHOSE.has(word);

/** By field, the words of its kind. */
const neutralFor = new Map<string, Set<string>>();
for (const [fields, neutral] of OF_KIND)
  for (const field of fields) neutralFor.set(field, new Set([...(neutralFor.get(field) ?? []), ...neutral]));

export function roleOf(word: string, field: string): WordRole {
  if (WHOSE.has(word)) return REDIRECTING.has(word) && isMeasured(field) ? 'redirecting' : 'neutral';
  if (neutralFor.get(field)?.has(word)) return 'neutral';
  if (VOIDING.has(word)) return 'voiding';
  return REDIRECTING.has(word) ? 'redirecting' : 'unknown';
}

/** A measure with a name in its header is the name of something, not the measure. */
const isMeasured = (field: string): boolean =>
  /_gb$|_percent|_max$|_mbps$|_iops$|_cost$|^cpu_(?:cores|sockets)$|_date$|^last_seen$|^warranty/.test(field);
