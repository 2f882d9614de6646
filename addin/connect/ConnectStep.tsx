import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { useId, type FormEvent } from 'react';
import { NO_KEY_TEXT } from '#shared/pages/api-key-text.ts';
import { ApiFailure } from '#shared/call-endpoint.ts';
import { UNTITLED } from '#shared/pages/untitled.ts';
import { Shell } from '../shell/Shell.tsx';
import { StepHeading } from '../shell/StepHeading.tsx';
import { FailureNotice } from '../shell/ErrorNotice.tsx';
import { Tick } from '../shell/Tick.tsx';
import { TenantField } from './TenantField.tsx';
import { useConnectForm } from './use-connect-form.ts';
import type { ConnectionState } from './use-connection.ts';

const listWords = new Intl.ListFormat('en-GB');

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  full: { minWidth: 0, width: '100%' },
});

/** Key, client, engagement. The key is checked when it is entered, so that the rest can be chosen instead of typed. */
export function ConnectStep({ state }: { state: ConnectionState }) {
  const styles = useStyles();
  const formId = useId();
  const reasonId = useId();
  const form = useConnectForm(state);
  const { isComplete, missing, isBusy, lookError, failure } = form;
  const notKnown = lookError !== null && failure === null ? whyNotKnown(lookError) : null;
  const keyTrouble = form.isKeyWrong ? NO_KEY_TEXT : notKnown;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void form.submit();
  };
  const footer = (
    <>
      <Text size={200} id={reasonId}>
        {missing.length === 0
          ? 'Nothing is sent before you import.'
          : `To connect, enter ${listWords.format(missing)}.`}
      </Text>
      {state.goBack !== null && lookError === null && <Button onClick={state.goBack}>Back</Button>}
      <Button
        appearance="primary"
        type="submit"
        form={formId}
        aria-describedby={reasonId}
        disabledFocusable={!isComplete || isBusy}
      >
        Connect
      </Button>
    </>
  );
  return (
    <Shell step={null} footer={footer}>
      <StepHeading>Connect</StepHeading>
      <form id={formId} className={styles.form} onSubmit={onSubmit}>
        <Field
          label="API key"
          hint="From your admin, or printed when the service first started."
          required
          {...(keyTrouble === null ? {} : { validationState: 'error' as const, validationMessage: keyTrouble })}
        >
          <Input
            className={styles.full}
            input={{ className: styles.full }}
            type="password"
            value={form.apiKey}
            autoComplete="off"
            onChange={(_event, data) => form.typeKey(data.value)}
            onBlur={form.check}
            onKeyDown={(event) => {
              // Until client and engagement are known the form cannot be sent, and Enter would do nothing.
              if (event.key === 'Enter' && !isComplete) form.check();
            }}
          />
        </Field>
        {form.session?.role === 'viewer' && (
          <MessageBar {...UNTITLED} intent="warning" layout="multiline">
            <MessageBarBody>
              With this key you can look at imports, but not import, decide on mappings or withdraw. Ask your admin for
              an analyst&apos;s key.
            </MessageBarBody>
          </MessageBar>
        )}
        <TenantField label="Client account" {...form.client} />
        <TenantField label="Engagement" {...form.engagement} />
        {form.isNew && <Text size={200}>New: your first import creates this client account or engagement.</Text>}
        <Tick
          className={styles.full}
          label="Remember the key on this computer"
          checked={form.isRemembered}
          onChange={(_event, data) => form.setIsRemembered(data.checked === true)}
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
