import type { RememberedDecision } from '#shared/schemas/conflict-memory.schema.ts';

/** What the records are called. */
export function titleOf({ names, rule_id: id }: Pick<RememberedDecision, 'names' | 'rule_id'>): string {
  return names.length === 0 ? `records of ${id}` : names.join(', ');
}

/** What is done with such records. */
export function meaningOf({ action, asset_id: id, asset_name: name }: RememberedDecision): string {
  if (action === 'separate') return 'Separate assets, one for each';
  if (action === 'leave_out') return 'Left out of the inventory';
  if (id === null) return 'One asset: the one they may be, or a new one';
  return name === null ? 'One asset, which is not in this engagement' : `The asset ${name}`;
}

/** One effect each, before it is forgotten. */
export function effectsOfForgetting(rule: RememberedDecision, client: string): string[] {
  return [
    `Such records are decided so until now: ${meaningOf(rule)}.`,
    `They wait for a person again in later imports of ${client}, in all of its engagements, where it is in doubt what they are.`,
    'Assets stay as they are, and so does what was decided in earlier imports.',
  ];
}
