import { useState } from 'react';
import type { HeldCase } from '#shared/schemas/conflict.schema.ts';
import { useConflictCounts, useConflicts, type ConflictAddress } from './use-conflicts.ts';

/** What a conflict is called in the address of its panel. */
export function itemOf({ origin, conflict_id }: Pick<HeldCase, 'origin' | 'conflict_id'>): string {
  return `${origin.flow_id}/${conflict_id}`;
}

interface NextConflict {
  /** null: none is left. */
  next: string | null;
  /** Conflicts of the list that nobody decided; undefined: not counted yet. */
  left: number | undefined;
  isKnown: boolean;
}

/** The open conflict that stood after this one in the list, which a decided one leaves; else the first. */
export function useNextConflict(
  { tenant, flowId, conflictId }: ConflictAddress,
  dataImportId: string | null,
): NextConflict {
  const item = `${flowId}/${conflictId}`;
  const { data } = useConflicts(tenant, { state: 'open', dataImportId });
  const counts = useConflictCounts(tenant).data;
  const open = (data ?? []).map(itemOf);
  const following = open[open.indexOf(item) + 1];
  const [after, setAfter] = useState<string | null>(null);
  if (open.includes(item) && following !== undefined && following !== after) setAfter(following);
  const others = open.filter((one) => one !== item);
  const ofImport = counts?.imports.find(({ data_import_id: id }) => id === dataImportId);
  return {
    next: others.find((one) => one === after) ?? others[0] ?? null,
    left: dataImportId === null ? counts?.open : ofImport?.open,
    isKnown: data !== undefined,
  };
}
