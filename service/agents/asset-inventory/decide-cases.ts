import { signedCases } from '../../inventory/case-signatures.ts';
import type { ConflictDecision } from '../../inventory/conflict.ts';
import type { HeldRecords, Identification } from '../../inventory/identify.ts';
import { settle } from '../../inventory/settle.ts';
import type { InventoryDesk } from '../agent-ports.ts';
import type { MatchingAssets } from './inventory-keys.ts';
import { KnownDecisions } from './known-decisions.ts';

export interface DecidedCase {
  held: HeldRecords;
  decision: ConflictDecision;
}

/** A case that is held after all decisions, the signature it is listed by, and what is known of it. */
export interface HeldCase {
  held: HeldRecords;
  signature: string;
  decision: ConflictDecision | null;
}

interface Decided {
  identification: Identification;
  decided: DecidedCase[];
  held: HeldCase[];
}

/** Carries out what persons decided on the cases that were found, in this import or to be remembered. */
export async function decideCases(
  found: Identification,
  assets: MatchingAssets,
  desk: InventoryDesk,
): Promise<Decided> {
  const cases = signedCases(found);
  const known = await KnownDecisions.on(cases, desk);
  const decided = cases.flatMap((one): DecidedCase[] => {
    const { decision } = known.decisionOn(one);
    return decision !== null && isUsable(decision, one.held, assets) ? [{ held: one.held, decision }] : [];
  });
  const identification = settle(
    found,
    decided.map(({ held, decision }) => ({
      held,
      action: decision.action,
      assetNode: decision.asset_id === null ? null : assets.nodeOf(decision.asset_id),
      isNew: decision.rule_id === null && decision.asset_id === null,
    })),
  );
  const left = identification === found ? cases : signedCases(identification);
  return { identification, decided, held: left.map((one) => ({ held: one.held, ...known.decisionOn(one) })) };
}

/** A rule may name an asset that is not here, or not say to which of several: then a person decides anew. */
function isUsable(
  { action, asset_id: id, rule_id: rule }: ConflictDecision,
  held: HeldRecords,
  assets: MatchingAssets,
): boolean {
  if (id !== null) return assets.nodeOf(id) !== null;
  return rule === null || action !== 'merge' || held.assetNodes.length <= 1;
}
