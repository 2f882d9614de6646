/** A client account and one of its engagements: whoever owns an import or a flow. */
export interface Tenant {
  clientAccountId: string;
  engagementId: string;
}

/** The id of an engagement: neither part may contain a slash. */
export const engagementKey = (tenant: Tenant): string => `${tenant.clientAccountId}/${tenant.engagementId}`;
