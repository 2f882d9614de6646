import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ApiFailure } from '#shared/call-endpoint.ts';
import { Shell } from '../shell/Shell.tsx';
import { StepHeading } from '../shell/StepHeading.tsx';
import { FailureNotice } from '../shell/ErrorNotice.tsx';
import { Tick } from '../shell/Tick.tsx';
import { TenantField } from './TenantField.tsx';
import { isTenantId, lookUpKey, type ConnectionState } from './use-connection.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  full: { minWidth: 0, width: '100%' },
});

/** Key, client, engagement. The key is checked when it is entered, so that the rest can be chosen instead of typed. */
export function ConnectStep({ state }: { state: ConnectionState }) {
  const styles = useStyles();
  const formId = useId();
  const [apiKey, setApiKey] = useState(state.remembered.apiKey ?? '');
  const [checkedKey, setCheckedKey] = useState(apiKey);
  const [client, setClient] = useState(state.remembered.clientAccountId ?? '');
  const [engagement, setEngagement] = useState(state.remembered.engagementId ?? '');
  const [isRemembered, setIsRemembered] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const look = useQuery({
    queryKey: ['key', checkedKey],
    queryFn: () => lookUpKey(checkedKey),
    enabled: checkedKey.trim() !== '',
    retry: false,
  });
  const session = look.data?.session;
  const boundClient = session?.client_account_id ?? null;
  const boundEngagement = session?.engagement_id ?? null;
  const clientId = boundClient ?? client.trim();
  const engagementId = boundEngagement ?? engagement.trim();
  const isComplete = apiKey.trim() !== '' && isTenantId(clientId) && isTenantId(engagementId);

  /** A key that could not be checked is asked about again, an answered one is not. */
  const check = (): void => {
    if (apiKey.trim() !== checkedKey) setCheckedKey(apiKey.trim());
    else if (look.isError) void look.refetch();
  };

  const submit = async (): Promise<void> => {
    setIsBusy(true);
    setFailure(null);
    try {
      await state.connect({ apiKey: apiKey.trim(), clientAccountId: clientId, engagementId }, isRemembered);
    } catch (error) {
      setFailure(error);
      setIsBusy(false);
    }
  };

  const known = look.data?.engagements ?? [];
  const clients = [...new Set(known.map((item) => item.client_account_id))];
  const engagements = known.filter((item) => item.client_account_id === clientId).map((item) => item.engagement_id);
  const isNew = session?.may_create_engagements === true && isComplete && !engagements.includes(engagementId);
  const footer = (
    <>
      <Text size={200}>Nothing is sent before you import.</Text>
      {state.goBack !== null && !look.isError && <Button onClick={state.goBack}>Back</Button>}
      <Button appearance="primary" type="submit" form={formId} disabled={!isComplete} disabledFocusable={isBusy}>
        Connect
      </Button>
    </>
  );
  return (
    <Shell step={null} footer={footer}>
      <StepHeading>Connect</StepHeading>
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          label="API key"
          hint="From your admin, or printed when the service first started."
          required
          {...(look.isError && failure === null
            ? { validationState: 'error' as const, validationMessage: whyNotKnown(look.error) }
            : {})}
        >
          <Input
            className={styles.full}
            input={{ className: styles.full }}
            type="password"
            value={apiKey}
            autoComplete="off"
            onChange={(_event, data) => {
              setApiKey(data.value);
              setFailure(null);
            }}
            onBlur={check}
            onKeyDown={(event) => {
              // Until client and engagement are known the form cannot be sent, and Enter would do nothing.
              if (event.key === 'Enter' && !isComplete) check();
            }}
          />
        </Field>
        {session?.role === 'viewer' && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              With this key you can look at imports, but not import, decide on mappings or withdraw. Ask your admin for
              an analyst’s key.
            </MessageBarBody>
          </MessageBar>
        )}
        <TenantField
          label="Client account"
          value={clientId}
          isBound={boundClient !== null}
          choices={clients}
          onChange={setClient}
        />
        <TenantField
          label="Engagement"
          value={engagementId}
          isBound={boundEngagement !== null}
          choices={engagements}
          onChange={setEngagement}
        />
        {isNew && <Text size={200}>New: your first import creates this client account or engagement.</Text>}
        <Tick
          className={styles.full}
          label="Remember the key on this computer"
          checked={isRemembered}
          onChange={(_event, data) => setIsRemembered(data.checked === true)}
        />
      </form>
      {failure !== null && (
        <FailureNotice error={failure} safe="Nothing was sent." keyAdvice="Enter a valid key above." />
      )}
    </Shell>
  );
}

/** Only the service can say that a key is wrong; without its answer nothing is known of it. */
function whyNotKnown(error: unknown): string {
  if (error instanceof ApiFailure && error.status === 401) return 'This key was not accepted.';
  if (error instanceof ApiFailure && error.problem !== null) return error.problem.detail;
  return 'The service cannot be reached to check this key. Check your connection, then enter it again.';
}
