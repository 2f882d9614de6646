/** A client account and one of its engagements: whoever owns an import or a flow. */
export interface Tenant {
  clientAccountId: string;
  engagementId: string;
}
