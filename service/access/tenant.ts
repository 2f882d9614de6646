/** A client account and one of its engagements: the owner of imports and flows. */
export interface Tenant {
  clientAccountId: string;
  engagementId: string;
}

/** The fields that name a document's owner: for every query past `TenantCollection`, and for every document written. */
export const ownedBy = (tenant: Tenant) => ({
  client_account_id: tenant.clientAccountId,
  engagement_id: tenant.engagementId,
});

/** Whose a document is. */
export const tenantOf = (document: { client_account_id: string; engagement_id: string }): Tenant => ({
  clientAccountId: document.client_account_id,
  engagementId: document.engagement_id,
});

/** The id of an engagement: neither part may contain a slash. */
export const engagementKey = (tenant: Tenant): string => `${tenant.clientAccountId}/${tenant.engagementId}`;
