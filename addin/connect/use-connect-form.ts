import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isKeyText } from '#shared/pages/api-key-text.ts';
import { isKeyRemembered, isTenantId, lookUpKey, type ConnectionState } from './use-connection.ts';

/** Client account or engagement, as far as the key leaves it open. */
export interface TenantChoice {
  value: string;
  /** Fixed by the key. */
  isBound: boolean;
  /** What the key may see. */
  choices: readonly string[];
  onChange(value: string): void;
}

/** What is entered, and what the service says of the key, which is asked as soon as the key is entered. */
export function useConnectForm(state: ConnectionState) {
  const { remembered } = state;
  const [apiKey, setApiKey] = useState(remembered.apiKey ?? '');
  const [checkedKey, setCheckedKey] = useState(apiKey);
  const key = apiKey.trim();
  const [typedClient, setTypedClient] = useState(remembered.clientAccountId ?? '');
  const [typedEngagement, setTypedEngagement] = useState(remembered.engagementId ?? '');
  const [isRemembered, setIsRemembered] = useState(isKeyRemembered);
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const look = useQuery({
    queryKey: ['key', checkedKey],
    queryFn: () => lookUpKey(checkedKey),
    enabled: isKeyText(checkedKey),
    retry: false,
  });
  const session = look.data?.session;
  const known = look.data?.engagements ?? [];
  const boundClient = session?.client_account_id ?? null;
  const boundEngagement = session?.engagement_id ?? null;
  const clientAccountId = boundClient ?? typedClient.trim();
  const engagementId = boundEngagement ?? typedEngagement.trim();
  const client: TenantChoice = {
    value: clientAccountId,
    isBound: boundClient !== null,
    choices: [...new Set(known.map((item) => item.client_account_id))],
    onChange: setTypedClient,
  };
  const engagement: TenantChoice = {
    value: engagementId,
    isBound: boundEngagement !== null,
    choices: known.filter((item) => item.client_account_id === clientAccountId).map((item) => item.engagement_id),
    onChange: setTypedEngagement,
  };
  const missing = [
    ...(isKeyText(key) ? [] : ['a valid API key']),
    ...(isTenantId(clientAccountId) ? [] : ['a client account']),
    ...(isTenantId(engagementId) ? [] : ['an engagement']),
  ];
  const isComplete = missing.length === 0;
  return {
    apiKey,
    /** What is entered can be no key. */
    isKeyWrong: key !== '' && !isKeyText(key),
    client,
    engagement,
    isRemembered,
    isComplete,
    /** What keeps the form from being sent. */
    missing,
    isBusy,
    failure,
    session,
    /** Why nothing is known of the key as it is entered; null while it is not asked about, or known. */
    lookError: key === checkedKey ? look.error : null,
    /** Whether the first import would create the client account or the engagement. */
    isNew: session?.may_create_engagements === true && isComplete && !engagement.choices.includes(engagementId),
    typeKey: (typed: string): void => {
      setApiKey(typed);
      setFailure(null);
    },
    setIsRemembered,
    /** A key that could not be checked is asked about again, an answered one is not. */
    check: (): void => {
      if (key !== checkedKey) setCheckedKey(key);
      else if (look.isError) void look.refetch();
    },
    submit: async (): Promise<void> => {
      setIsBusy(true);
      setFailure(null);
      try {
        await state.connect({ apiKey: key, clientAccountId, engagementId }, isRemembered);
      } catch (error) {
        setFailure(error);
      } finally {
        setIsBusy(false);
      }
    },
  };
}
