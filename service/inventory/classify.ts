import type { ClassRule } from '#shared/class-rule-words.ts';
import type { AssetClass } from '#shared/statuses.ts';
import type { CleansedValue } from '../cleansing/cleansed.ts';
import { saysPhysical } from '../cleansing/booleans.ts';
import { classOfOperatingSystem, classOfSheetWords, classOfTypeWord } from './class-words.ts';
import { isNetworkModel } from './network-model.ts';
import { byOwnTraces } from './own-traces.ts';
import { listsPhysicalMachines } from './physical-sheet.ts';
import { rvtoolsSheet } from '../engine-parts/rvtools-sheet.ts';
import { classOfTable } from './servicenow-classes.ts';
import { isServerModel } from './server-model.ts';
import { isVirtualModel } from './virtual-model.ts';

/** What the whole sheet says of the things in it. */
export interface SheetContext {
  sheetName: string | null;
  filename?: string;
  /** Header of the column that names the things, null when no column does. */
  nameHeader: string | null;
}

export interface Classification {
  assetClass: AssetClass;
  /** Which rule said so (kebab-case, stable); `physical-…` where it also says that the machine is no virtual one. */
  rule: ClassRule;
  reason: string;
}

/** A record's first value of a field, and the cell it came from as a person reads it. */
export type FirstValue = (field: string) => NonNullable<CleansedValue> | undefined;
type FirstText = (field: string) => string;

const classified = (assetClass: AssetClass, rule: ClassRule, reason: string): Classification => ({
  assetClass,
  rule,
  reason,
});

/** Sheets of RVTools that are known to list one kind of thing each. */
const RVTOOLS_SHEETS: ReadonlyMap<string, AssetClass> = new Map([
  ['vinfo', 'virtual_machine'],
  ['vcpu', 'virtual_machine'],
  ['vmemory', 'virtual_machine'],
  ['vdisk', 'virtual_machine'],
  ['vpartition', 'virtual_machine'],
  ['vnetwork', 'virtual_machine'],
  ['vtools', 'virtual_machine'],
  ['vsnapshot', 'virtual_machine'],
  ['vhost', 'server'],
  ['vcluster', 'cluster'],
  ['vdatastore', 'storage'],
]);

/** What sheets called so list may be machines as well: a system they run tells. */
const MAY_BE_MACHINES: ReadonlySet<AssetClass> = new Set(['storage', 'network_device', 'desktop']);

/** What names a host and is no machine. */
const RUN_ON_HOSTS: ReadonlySet<AssetClass> = new Set(['application', 'database']);

/** A record while it is classified. */
class Traced {
  readonly first: FirstValue;
  readonly text: FirstText;
  private found: Classification | null | undefined;

  constructor(first: FirstValue, text: FirstText) {
    this.first = first;
    this.text = text;
  }

  /** What its operating system or its host says. */
  get told(): Classification | null {
    if (this.found === undefined) this.found = bySystemOrHost(this.first);
    return this.found;
  }

  get isOfSystem(): boolean {
    return this.told !== null && this.told.rule !== 'runs-on-host';
  }
}

/** What the sheet says of every record. */
interface SheetClasses {
  bySheet: Classification | null;
  byHeader: AssetClass | null;
  nameHeader: string | null;
}

/**
 * What a record is about, by the first that tells: its own words, then what only such things say of themselves, then what
 * the sheet lists.
 */
const RULES: readonly ((record: Traced, sheet: SheetClasses) => Classification | null)[] = [
  byType,
  byVirtualFlag,
  byRvtoolsSheet,
  byTraces,
  bySheetOfOtherThings,
  byModel,
  byWhatIsTold,
  byAnySheet,
  byNameHeader,
  byHardware,
];

/** Where nothing tells, or traces disagree, `unknown` is the answer. */
export function createClassifier(sheet: SheetContext): (first: FirstValue, text?: FirstText) => Classification {
  const said: SheetClasses = {
    bySheet: classOfSheet(sheet),
    byHeader: sheet.nameHeader === null ? null : classOfSheetWords(sheet.nameHeader),
    nameHeader: sheet.nameHeader,
  };
  const bySheetOfPhysical = byNameOfPhysical(sheet.sheetName);
  return (first, text = () => '') => {
    const record = new Traced(first, text);
    for (const rule of RULES) {
      const found = rule(record, said);
      if (found === null) continue;
      if (!isVague(found)) return found;
      return byServerModel(record) ?? bySheetOfPhysical ?? found;
    }
    return byServerModel(record) ?? classified('unknown', 'nothing-tells', 'Nothing in the record or the sheet tells.');
  };
}

function byNameOfPhysical(sheetName: string | null): Classification | null {
  if (sheetName === null || !listsPhysicalMachines(sheetName)) return null;
  return classified('server', 'physical-sheet-name', `The sheet is called "${sheetName}".`);
}

/** Of a machine that nothing else calls virtual. */
function byServerModel({ first }: Traced): Classification | null {
  const model = first('model');
  return isServerModel(model) ? classified('server', 'physical-model', `Its model is ${model}.`) : null;
}

/** A server of which nothing says whether it is a virtual one. */
const isVague = ({ assetClass, rule }: Classification): boolean =>
  assetClass === 'server' && !rule.startsWith('physical');

/** Whether the rule that classified a server says that it is a physical one. */
export const isPhysical = (assetClass: AssetClass, classRule: string): boolean =>
  assetClass === 'server' && classRule.startsWith('physical');

function byType({ first, text: textOf }: Traced): Classification | null {
  const type = first('asset_type');
  if (typeof type !== 'string') return null;
  const text = textOf('asset_type');
  const known = classOfTypeWord(type);
  if (known === null) return null;
  if (known === 'server' && first('is_virtual') === true)
    return classified('virtual_machine', 'asset-type-virtual', `Its type is ${type}, and it is said to be virtual.`);
  if (known === 'server' && saysPhysical(text)) return classified('server', 'physical-type', `Its type is ${text}.`);
  if (type === 'hypervisor_host')
    return classified('server', 'physical-hypervisor-host', 'Its type is a hypervisor host.');
  return classified(known, 'asset-type', `Its type is ${type}.`);
}

function byVirtualFlag({ first }: Traced): Classification | null {
  const isVirtual = first('is_virtual');
  if (isVirtual === true) return classified('virtual_machine', 'is-virtual', 'It is said to be virtual.');
  if (isVirtual === false) return classified('server', 'physical-flag', 'It is said to be physical.');
  return null;
}

function classOfSheet({ sheetName, filename = '' }: SheetContext): Classification | null {
  return byNameOfSheet(sheetName) ?? byTable(filename, `The file is called "${filename}".`);
}

function byTable(name: string, reason: string): Classification | null {
  const listed = classOfTable(name);
  return listed === null ? null : classified(listed, 'sheet-name', reason);
}

function byNameOfSheet(sheetName: string | null): Classification | null {
  if (sheetName === null) return null;
  const listed = RVTOOLS_SHEETS.get(rvtoolsSheet(sheetName));
  if (listed !== undefined)
    return classified(
      listed,
      listed === 'server' ? 'physical-sheet' : 'sheet',
      `RVTools lists such things on ${sheetName}.`,
    );
  const reason = `The sheet is called "${sheetName}".`;
  const byWords = classOfSheetWords(sheetName);
  return byTable(sheetName, reason) ?? (byWords === null ? null : classified(byWords, 'sheet-name', reason));
}

function byRvtoolsSheet(_record: Traced, { bySheet }: SheetClasses): Classification | null {
  return bySheet?.rule === 'sheet-name' ? null : bySheet;
}

function byTraces({ first, told }: Traced, { bySheet, byHeader }: SheetClasses): Classification | null {
  return byOwnTraces(first, bySheet?.assetClass ?? byHeader, told?.rule === 'physical-hypervisor-system');
}

/** A sheet of servers lists virtual machines as well, and one of storage may list machines that run a system. */
function bySheetOfOtherThings(record: Traced, { bySheet }: SheetClasses): Classification | null {
  if (bySheet === null || bySheet.assetClass === 'server') return null;
  return MAY_BE_MACHINES.has(bySheet.assetClass) && record.isOfSystem ? null : bySheet;
}

/** The host says nothing where the header of its names says that it is no machine. */
function byWhatIsTold({ told, isOfSystem }: Traced, { bySheet, byHeader }: SheetClasses): Classification | null {
  const runsOnHost = bySheet === null && byHeader !== null && RUN_ON_HOSTS.has(byHeader);
  return runsOnHost && !isOfSystem ? null : told;
}

function byAnySheet(_record: Traced, { bySheet }: SheetClasses): Classification | null {
  return bySheet;
}

function byNameHeader(_record: Traced, { byHeader, nameHeader }: SheetClasses): Classification | null {
  if (byHeader === null) return null;
  return classified(byHeader, 'header-word', `The column "${nameHeader}" names such things.`);
}

/** Before its system: desktops and hypervisors run on virtual machines too. */
function byModel({ first }: Traced): Classification | null {
  const model = first('model');
  if (typeof model !== 'string') return null;
  const manufacturer = first('manufacturer');
  if (isNetworkModel(model, manufacturer))
    return classified('network_device', 'network-model', `Its model is ${model}.`);
  if (!isVirtualModel(model, manufacturer)) return null;
  return classified('virtual_machine', 'virtual-model', `Its model is ${model}, which only virtual machines have.`);
}

function bySystemOrHost(first: FirstValue): Classification | null {
  const system = first('operating_system');
  const family = typeof system === 'object' && 'family' in system ? system.family : null;
  const bySystem = family === null ? null : classOfOperatingSystem(family);
  if (bySystem === 'hypervisor') return classified('server', 'physical-hypervisor-system', `It runs ${family}.`);
  if (first('host_server') !== undefined)
    return classified('virtual_machine', 'runs-on-host', 'It names the host it runs on.');
  return bySystem === null ? null : classified(bySystem, 'operating-system', `It runs ${family}.`);
}

function byHardware({ first }: Traced): Classification | null {
  const isMachine = ['cpu_cores', 'memory_gb', 'operating_system'].filter((field) => first(field) !== undefined);
  if (isMachine.length < 2) return null;
  return classified('server', 'machine-fields', `It has ${isMachine.join(' and ')}.`);
}
