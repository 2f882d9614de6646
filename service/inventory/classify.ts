import type { ClassRule } from '#shared/class-rule-words.ts';
import type { AssetClass } from '#shared/statuses.ts';
import type { CleansedValue } from '../cleansing/cleansed.ts';
import { saysPhysical } from '../cleansing/booleans.ts';
import { classOfOperatingSystem, classOfSheetWords, classOfTypeWord } from './class-words.ts';
import { byOwnTraces } from './own-traces.ts';
import { isVirtualModel } from './virtual-model.ts';

/** What the whole sheet says of the things in it. */
export interface SheetContext {
  sheetName: string | null;
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

const said = (assetClass: AssetClass, rule: ClassRule, reason: string): Classification => ({
  assetClass,
  rule,
  reason,
});

/** Sheets of RVTools that are known to list one kind of thing each. */
const RVTOOLS_SHEETS: Readonly<Record<string, AssetClass>> = {
  vinfo: 'virtual_machine',
  vcpu: 'virtual_machine',
  vmemory: 'virtual_machine',
  vdisk: 'virtual_machine',
  vpartition: 'virtual_machine',
  vnetwork: 'virtual_machine',
  vtools: 'virtual_machine',
  vsnapshot: 'virtual_machine',
  vhost: 'server',
  vcluster: 'cluster',
  vdatastore: 'storage',
};

/** What sheets called so list may be machines as well: a system they run tells. */
const MAY_BE_MACHINES: ReadonlySet<AssetClass> = new Set(['storage', 'network_device']);

/** What names a host and is no machine. */
const RUN_ON_HOSTS: ReadonlySet<AssetClass> = new Set(['application', 'database']);

/**
 * What a record is about: its own words first, then what only such things say of themselves, then what the sheet lists.
 * Where nothing tells, or traces disagree, `unknown` is the answer.
 */
export function createClassifier(sheet: SheetContext): (first: FirstValue, text?: FirstText) => Classification {
  const bySheet = classOfSheet(sheet);
  const byHeader = sheet.nameHeader === null ? null : classOfSheetWords(sheet.nameHeader);
  return (first, text = () => '') => {
    const own = byType(first, text('asset_type')) ?? byVirtualFlag(first);
    if (own !== null) return own;
    if (bySheet !== null && bySheet.rule !== 'sheet-name') return bySheet;
    const told = byTraces(first);
    const isHypervisor = told?.rule === 'physical-hypervisor-system';
    const traced = byOwnTraces(first, bySheet?.assetClass ?? byHeader, isHypervisor);
    if (traced !== null) return traced;
    const isOfSystem = told !== null && told.rule !== 'runs-on-host';
    const isOfMachines = bySheet !== null && MAY_BE_MACHINES.has(bySheet.assetClass);
    if (bySheet !== null && bySheet.assetClass !== 'server' && !(isOfSystem && isOfMachines)) return bySheet;
    const modelled = byModel(first);
    if (modelled !== null) return modelled;
    const isHeaded = byHeader !== null && RUN_ON_HOSTS.has(byHeader) && bySheet === null && !isOfSystem;
    if (told !== null && !isHeaded) return told;
    if (bySheet !== null) return bySheet;
    if (byHeader !== null) return said(byHeader, 'header-word', `The column "${sheet.nameHeader}" names such things.`);
    return byHardware(first) ?? said('unknown', 'nothing-tells', 'Nothing in the record or the sheet tells.');
  };
}

/** Whether the rule that classified a server says that it is a physical one. */
export const isPhysical = (assetClass: AssetClass, classRule: string): boolean =>
  assetClass === 'server' && classRule.startsWith('physical');

function byType(first: FirstValue, text: string): Classification | null {
  const type = first('asset_type');
  if (typeof type !== 'string') return null;
  const known = classOfTypeWord(type);
  if (known === null) return null;
  if (known === 'server' && first('is_virtual') === true)
    return said('virtual_machine', 'asset-type-virtual', `Its type is ${type}, and it is said to be virtual.`);
  if (known === 'server' && saysPhysical(text)) return said('server', 'physical-type', `Its type is ${text}.`);
  if (type === 'hypervisor_host') return said('server', 'physical-hypervisor-host', 'Its type is a hypervisor host.');
  return said(known, 'asset-type', `Its type is ${type}.`);
}

function byVirtualFlag(first: FirstValue): Classification | null {
  const isVirtual = first('is_virtual');
  if (isVirtual === true) return said('virtual_machine', 'is-virtual', 'It is said to be virtual.');
  if (isVirtual === false) return said('server', 'physical-flag', 'It is said to be physical.');
  return null;
}

function classOfSheet({ sheetName }: SheetContext): Classification | null {
  if (sheetName === null) return null;
  const listed =
    RVTOOLS_SHEETS[
      sheetName
        .trim()
        .toLowerCase()
        .replace(/^rvtools_tab/, '')
    ];
  if (
    listed !== undefined &&
    Object.hasOwn(
      RVTOOLS_SHEETS,
      sheetName
        .trim()
        .toLowerCase()
        .replace(/^rvtools_tab/, ''),
    )
  )
    return said(listed, listed === 'server' ? 'physical-sheet' : 'sheet', `RVTools lists such things on ${sheetName}.`);
  const byWords = classOfSheetWords(sheetName);
  return byWords === null ? null : said(byWords, 'sheet-name', `The sheet is called "${sheetName}".`);
}

/** Before its system: desktops and hypervisors run on virtual machines too. */
function byModel(first: FirstValue): Classification | null {
  const model = first('model');
  if (typeof model !== 'string' || !isVirtualModel(model, first('manufacturer'))) return null;
  return said('virtual_machine', 'virtual-model', `Its model is ${model}, which only virtual machines have.`);
}

function byTraces(first: FirstValue): Classification | null {
  const system = first('operating_system');
  const family = typeof system === 'object' && 'family' in system ? system.family : null;
  const bySystem = family === null ? null : classOfOperatingSystem(family);
  if (bySystem === 'hypervisor') return said('server', 'physical-hypervisor-system', `It runs ${family}.`);
  if (first('host_server') !== undefined)
    return said('virtual_machine', 'runs-on-host', 'It names the host it runs on.');
  return bySystem === null ? null : said(bySystem, 'operating-system', `It runs ${family}.`);
}

function byHardware(first: FirstValue): Classification | null {
  const isMachine = ['cpu_cores', 'memory_gb', 'operating_system'].filter((field) => first(field) !== undefined);
  if (isMachine.length < 2) return null;
  return said('server', 'machine-fields', `It has ${isMachine.join(' and ')}.`);
}
