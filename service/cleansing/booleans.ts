import type { Cell } from '#shared/schemas/cell.schema.ts';
import { NO_WORDS, YES_WORDS } from '../engine-parts/yes-no.ts';
import { cleansed, quoted, unsaid, type Cleansed } from './cleansed.ts';
import { folded } from './plain-text.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split('|'));
const TRUE = new Set([...YES_WORDS, ...words('y|1|on|t|x|✓|✔|☑|✅|j|o|s|enabled')]);
const FALSE = new Set([...NO_WORDS, ...words('n|0|off|f|✗|✘|☐|❌|disabled')]);
const VIRTUAL = words(
  'virtual|virtual machine|vm|virtual server|virtuell|virtuelle maschine|virtuel|virtuelle|machine virtuelle|virtuale|virtueel|guest|guest vm|virtualizado|virtualizada|virtualizzato|virtualized|virtualised|vmware|hyper-v|kvm|xen',
);
const PHYSICAL = words(
  'physical|physical machine|physical server|rack server|blade server|tower server|physischer server|serveur physique|servidor fisico|server fisico|fysieke server|bare metal server|physisch|physique|fisico|fisica|fysiek|bare metal|bare-metal|baremetal|hardware|blade|physical host',
);

/** Yes and no in several languages, TRUE and 1. */
export function cleanseBoolean(cell: Cell, text: string): Cleansed {
  if (typeof cell === 'boolean') return cleansed(cell, 'boolean', 'A logical cell.');
  const word = folded(text);
  if (TRUE.has(word)) return cleansed(true, 'boolean', `${quoted(text)} says yes.`);
  if (FALSE.has(word)) return cleansed(false, 'boolean', `${quoted(text)} says no.`);
  return unsaid('boolean-unknown', `${quoted(text)} says neither yes nor no.`);
}

/** Whether a text says that a machine is a physical one. */
export const saysPhysical = (text: string): boolean => PHYSICAL.has(folded(text));

/** `is_virtual` from yes and no, and from the words for virtual and physical. */
export function cleanseIsVirtual(cell: Cell, text: string): Cleansed {
  const word = folded(text);
  if (VIRTUAL.has(word)) return cleansed(true, 'virtual-word', `${quoted(text)} is a virtual machine.`);
  if (PHYSICAL.has(word)) return cleansed(false, 'virtual-word', `${quoted(text)} is physical.`);
  return cleanseBoolean(cell, text);
}
