import { ApiKeys } from '../access/api-keys.ts';
import { AuditLog } from '../access/audit-log.ts';
import { EngagementRegister } from '../access/engagement-register.ts';
import type { Models } from '../models/models.ts';
import type { Clock } from '../platform/clock.ts';

export type Access = ReturnType<typeof composeAccess>;

/** Keys, engagements and the audit log. */
export function composeAccess(models: Models, clock: Clock) {
  const audit = new AuditLog(models.auditEvents, clock);
  const engagements = new EngagementRegister({
    clientAccounts: models.clientAccounts,
    engagements: models.engagements,
    clock,
  });
  return { audit, engagements, apiKeys: new ApiKeys({ model: models.apiKeys, engagements, audit, clock }) };
}
