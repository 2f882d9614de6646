import type { SignedCase } from '../../inventory/case-signatures.ts';
import type { ConflictDecision } from '../../inventory/conflict.ts';
import type { InventoryDesk } from '../agent-ports.ts';

const DECISIONS_PER_CALL = 1_000;

/** What is decided on the cases of an import, or remembered of such cases. */
export class KnownDecisions {
  private readonly bySignature = new Map<string, ConflictDecision>();

  static async on(cases: readonly SignedCase[], desk: InventoryDesk): Promise<KnownDecisions> {
    const known = new KnownDecisions();
    const signatures = cases.flatMap(({ signature, others }) => [signature, ...others]);
    for (let from = 0; from < signatures.length; from += DECISIONS_PER_CALL)
      for (const [signature, decision] of await desk.decisionsOn(signatures.slice(from, from + DECISIONS_PER_CALL)))
        known.bySignature.set(signature, decision);
    return known;
  }

  /** The decision and the signature it was made under; a case without one is listed under its own. */
  decisionOn({ signature: own, others }: SignedCase): { signature: string; decision: ConflictDecision | null } {
    for (const signature of [own, ...others]) {
      const decision = this.bySignature.get(signature);
      if (decision !== undefined) return { signature, decision };
    }
    return { signature: own, decision: null };
  }
}
