import type { Flow } from '#shared/schemas/flow.schema.ts';
import { formatAbsolute } from '../parts/format.ts';

/** What became of the changes of a withdrawn import, in words; null where they stand. */
export function takenBack({ withdrawal, phases }: Flow): { title: string; detail: string } | null {
  if (withdrawal === null) return null;
  const by = `${withdrawal.requested_by} withdrew the import on ${formatAbsolute(withdrawal.requested_at)}`;
  return phases.find(({ phase }) => phase === 'withdrawal')?.status === 'completed'
    ? {
        title: 'The changes were taken back',
        detail: `${by}. Assets and values that came of it alone are gone from the inventory, and so is the list of its changes.`,
      }
    : {
        title: 'The changes are being taken back',
        detail: `${by}. Assets and values that came of it alone are on their way out of the inventory.`,
      };
}
