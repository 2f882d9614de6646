import type { CleansedValue } from '../cleansing/cleansed.ts';

/**
 * Lines of servers that no virtual machine reports. Not IBM Power and SPARC, whose partitions report the model of the
 * machine they are on.
 */
const SERVER_LINES =
  /(?<![a-z\d])(?:power ?edge|pro ?liant|[dmb]l ?\d{2,3}[a-z]? ?g(?:en)? ?\d{1,2}|think ?s(?:ystem|erver)|system x ?\d{4}|primergy|primequest|ucs[a-z]?[- ]?(?:[bcsx][- ]?)?\d{3}|super ?server|sys-\d{3,4}|fusion ?server|nx-\d{4}|express ?5800|xserve|edgeline|superdome)/i;
const VIRTUAL = /virtual|\bvm\b/i;
const MODEL_MAX_CHARACTERS = 80;

/** Whether a hardware model is that of a physical server. */
export function isServerModel(model: CleansedValue | undefined): model is string {
  return (
    typeof model === 'string' &&
    model.length <= MODEL_MAX_CHARACTERS &&
    SERVER_LINES.test(model) &&
    !VIRTUAL.test(model)
  );
}
