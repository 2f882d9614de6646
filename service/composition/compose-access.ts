import { ApiKeys } from '../access/api-keys.ts';
import { AuditLog } from '../access/audit-log.ts';
import { EngagementRegister } from '../access/engagement-register.ts';
import { KeyUses } from '../access/key-uses.ts';
import type { Models } from '../models/models.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';

export type Access = ReturnType<typeof composeAccess>;

/** Keys, engagements and the audit log. */
export function composeAccess(models: Models, clock: Clock, log: Logger) {
  const audit = new AuditLog(models.auditEvents, clock);
  const engagements = new EngagementRegister({
    clientAccounts: models.clientAccounts,
    engagements: models.engagements,
    clock,
  });
  const keyUses = new KeyUses({ model: models.apiKeys, clock, log });
  const apiKeys = new ApiKeys({ model: models.apiKeys, engagements, audit, uses: keyUses, clock });
  return { audit, engagements, keyUses, apiKeys };
}
