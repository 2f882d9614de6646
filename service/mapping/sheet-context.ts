import type { ColumnProfile } from '../profiling/column-profile.ts';
import type { HeaderWords } from './header-words.ts';

interface ContextAdvice {
  field: string;
  /** Added to the score. */
  weight: number;
  text: string;
}

interface ContextRule {
  /** The header's words, joined by spaces. */
  header: readonly string[];
  /** Many of its cells hold several. */
  isList?: boolean;
  /** One of these headers stands elsewhere in the sheet … */
  beside?: readonly string[];
  /** … or one with one of these words. */
  besideWord?: readonly string[];
  /** None of these headers does. */
  without?: readonly string[];
  advice: readonly ContextAdvice[];
}

const speaksFor = (field: string, weight: number, text: string): ContextAdvice => ({ field, weight, text });

/** Lists of what was bought. */
const ORDER_COLUMNS = [
  'price',
  'order number',
  'invoice',
  'invoice number',
  'number invoice',
  'unit price',
  'price purchase',
  'order',
  'amount',
  'orderer',
  'ordered by',
  'order by',
];

/** Bare headers whose meaning another column settles. */
const rules: readonly ContextRule[] = [
  {
    header: [
      'server',
      'server name',
      'server list',
      'list server',
      'application server',
      'server application',
      'hosting server',
    ],
    isList: true,
    advice: [
      speaksFor('host_server', 3, 'a list of servers in one cell is what the record runs on'),
      speaksFor('asset_name', -2, 'a list names no single record'),
      speaksFor('hostname', -2, 'a list names no single record'),
      speaksFor('dependencies', -1, 'a list of servers in one cell is what the record runs on'),
    ],
  },
  {
    header: ['host'],
    beside: [
      'vm',
      'vm name',
      'power state',
      'provisioned space',
      'resource pool',
      'datastore',
      'guest os',
      'vmware tools',
    ],
    advice: [
      speaksFor('host_server', 0.8, 'beside virtual machines, the host is what they run on'),
      speaksFor('asset_name', -0.8, 'another column names the virtual machine'),
      speaksFor('hostname', -0.8, 'another column names the virtual machine'),
    ],
  },
  {
    header: ['host'],
    beside: ['cpu model', 'core', 'esx version'],
    advice: [
      speaksFor('asset_name', 1.7, 'in a list of hosts, the host is the asset'),
      speaksFor('host_server', -0.8, 'the host does not run on itself'),
    ],
  },
  {
    header: ['type'],
    beside: ['model', 'model name', 'model number', 'hardware model', 'product model'],
    advice: [speaksFor('asset_type', 0.8, 'the model has its own column, so the type is a kind of asset')],
  },
  {
    header: ['domain', 'business domain', 'functional domain'],
    beside: ['application name', 'app name', 'business owner', 'lifecycle phase', 'business capability', 'technology'],
    advice: [speaksFor('business_service', 2, 'in a list of applications, a domain is one of the business')],
  },
  {
    header: ['server'],
    beside: ['name', 'database', 'application', 'instance', 'vm', 'app name', 'application name'],
    advice: [
      speaksFor('host_server', 1, 'another column names the asset, so the server is what it runs on'),
      speaksFor('asset_name', -1, 'another column names the asset'),
    ],
  },
  {
    header: ['server name', 'host server', 'instance server'],
    beside: ['database name', 'database'],
    without: ['os', 'operating system', 'os version', 'memory', 'cpu', 'core', 'ip address', 'serial number', 'model'],
    advice: [
      speaksFor('host_server', 2, 'in a list of databases, the server is what they run on'),
      speaksFor('asset_name', -1, 'another column names the database'),
    ],
  },
  {
    header: ['cpu', 'number cpu', 'cpu number', 'cpu count', 'total cpu', 'processors', 'number processors'],
    besideWord: ['core', 'logical', 'thread'],
    advice: [
      speaksFor('cpu_sockets', 2, 'cores are counted in another column'),
      speaksFor('cpu_model', -0.8, 'cores are counted in another column'),
      speaksFor('cpu_cores', -1, 'cores are counted in another column'),
    ],
  },
  {
    header: ['vcpu', 'number vcpu', 'vcpu per core'],
    beside: ['number vm', 'cpu model'],
    advice: [speaksFor('cpu_cores', -1.5, "in a list of hosts these are the guests' processors")],
  },
  {
    header: ['vendor'],
    beside: ['brand', 'manufacturer', 'make'],
    advice: [
      speaksFor('vendor', 0.1, 'the maker has its own column'),
      speaksFor('manufacturer', -0.4, 'the maker has its own column'),
    ],
  },
  {
    header: ['vendor'],
    beside: ['model', 'model name', 'serial number', 'model number'],
    advice: [
      speaksFor('manufacturer', 1.2, 'beside a model, the vendor is its maker'),
      speaksFor('vendor', -0.6, 'beside a model, the vendor is its maker'),
    ],
  },
  {
    header: ['company', 'company name'],
    beside: ['orderer', 'besteller', 'order by', 'ordered by', 'orderer name'],
    advice: [
      speaksFor('vendor', 3, 'in a list of orders, the company is who delivers'),
      speaksFor('organization', -2, 'in a list of orders, the company is who delivers'),
    ],
  },
  {
    header: ['date', 'year', 'annual'],
    beside: ORDER_COLUMNS,
    advice: [speaksFor('purchase_date', 2.5, 'beside an order or a price, the date is that of the purchase')],
  },
  {
    header: ['client'],
    beside: ['machine name', 'server name', 'computer name', 'device name', 'name', 'asset name', 'vm name'],
    advice: [
      speaksFor('organization', 1.2, 'another column names the asset, so the client is whose it is'),
      speaksFor('asset_name', -1, 'another column names the asset'),
    ],
  },
  {
    header: ['software version', 'software release', 'sw version', 'version software'],
    beside: ['serial number', 'hardware version', 'model name', 'model type', 'ios', 'software type', 'image name'],
    advice: [speaksFor('os_version', 3.2, 'in a list of hardware, the software is what it runs on')],
  },
  {
    header: [
      'edition',
      'product',
      'version product',
      'product version',
      'product name',
      'caption',
      'sql edition',
      'sql version',
    ],
    besideWord: ['sql', 'database', 'oracle'],
    advice: [speaksFor('database_type', 2.4, 'in a list of databases, the product is their engine')],
  },
  {
    header: ['purpose', 'function', 'description purpose'],
    beside: ['application', 'application name', 'app name', 'name application'],
    without: ['server', 'server name', 'hostname', 'os', 'operating system', 'model', 'ip address', 'serial number'],
    advice: [
      speaksFor('description', 2, 'in a list of applications, the purpose describes them'),
      speaksFor('server_role', -1.5, 'in a list of applications, the purpose is no role of a server'),
    ],
  },
  {
    header: ['vm memory assigned', 'vm memory', 'vm cpu', 'vm vcpu', 'vm cpu assigned', 'vm vcpu assigned', 'vm core'],
    beside: ['esx version', 'es xi version', 'es xi build', 'number vm', 'vm number', 'number cpu thread'],
    advice: [
      speaksFor('memory_gb', -2.5, "in a list of hosts this is the guests' share"),
      speaksFor('cpu_cores', -2.5, "in a list of hosts this is the guests' share"),
    ],
  },
  {
    header: ['name'],
    beside: ['business poc', 'technical poc', 'application type', 'technology platform', 'business capability'],
    advice: [speaksFor('application_name', 1, 'in a list of applications, the name is theirs')],
  },
];

/** The meaning of a bare header by the other columns of the sheet: the first rule that fits. */
export function contextAdvice(
  header: HeaderWords,
  sheet: ReadonlySet<string>,
  column: ColumnProfile,
): readonly ContextAdvice[] {
  const joined = header.words.join(' ');
  const rule = rules.find(
    (one) =>
      one.header.includes(joined) &&
      !(one.without ?? []).some((other) => sheet.has(other)) &&
      ((one.isList === true && holdsLists(column)) ||
        (one.beside ?? []).some((other) => other !== joined && sheet.has(other)) ||
        (one.besideWord ?? []).some((word) => hasWord(sheet, word))),
  );
  return rule?.advice ?? [];
}

const LISTED_SHARE = 0.3;

/** Three in ten cells hold several values. */
function holdsLists({ rows, blank, multiValued }: ColumnProfile): boolean {
  const several = Object.values(multiValued).reduce((all, count) => all + count, 0);
  return several > 0 && several >= LISTED_SHARE * (rows - blank);
}

const hasWord = (sheet: ReadonlySet<string>, word: string): boolean =>
  [...sheet].some((header) => header.split(' ').includes(word));
