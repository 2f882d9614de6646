import type { Tenant } from '../access/tenant.ts';
import type { BackgroundExecutionService } from '../flows/background-execution-service.ts';
import type { Logger } from '../platform/logger.ts';

/**
 * Hands over what a commit made due. A failure here is no failure of what was committed, and must not be answered as one:
 * the sweeper schedules what is left.
 */
export async function startDuePhase(
  { background, log }: { background: BackgroundExecutionService; log: Logger },
  tenant: Tenant,
  flowId: string,
): Promise<void> {
  try {
    await background.scheduleDuePhase(tenant, flowId);
  } catch (error) {
    log.warn({ err: error, flow_id: flowId }, 'a due phase could not be scheduled at once; the sweeper will');
  }
}
