import {
  Button,
  Card,
  Field,
  Input,
  makeStyles,
  MessageBarBody,
  Text,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { EyeOffRegular, EyeRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { isKeyText, NO_KEY_TEXT } from '#shared/pages/api-key-text.ts';
import { FailureNotice } from '../parts/FailureNotice.tsx';
import { Notice } from '../parts/Notice.tsx';

const useStyles = makeStyles({
  page: {
    minHeight: '100%',
    display: 'grid',
    placeItems: 'center',
    padding: tokens.spacingHorizontalXXL,
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  card: { width: 'min(26rem, 100%)', padding: tokens.spacingHorizontalXXL, boxSizing: 'border-box' },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  title: { margin: 0 },
  hint: { color: tokens.colorNeutralForeground2 },
  submit: { alignSelf: 'flex-start' },
});

interface SignInProps {
  isChecking: boolean;
  failure: unknown;
  /** A key that the service gave no answer to: it may only have been away for a moment. */
  untried: string | null;
  /** Whether another tab signed out with this key. */
  isElsewhere: boolean;
  signInWith: (apiKey: string, entry?: { isTyped: boolean }) => Promise<void>;
  onTyping: () => void;
}

export function SignIn({ isChecking, failure, untried, isElsewhere, signInWith, onTyping }: SignInProps) {
  const styles = useStyles();
  const [apiKey, setApiKey] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    document.title = 'Sign in – CMDB Import';
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const trimmed = apiKey.trim();
    setRefusal(whyNoKey(trimmed));
    if (isKeyText(trimmed) && !isChecking) void signInWith(trimmed, { isTyped: true });
  };
  const retry = untried === null ? undefined : () => void signInWith(untried);
  const type = (text: string): void => {
    onTyping();
    setApiKey(text);
  };
  return (
    <main className={styles.page}>
      <Card className={styles.card}>
        <form className={styles.form} onSubmit={submit} noValidate>
          <Title3 as="h1" className={styles.title}>
            CMDB Import dashboard
          </Title3>
          <Text className={styles.hint}>Watch flows, agent tasks and jobs of the imports you may see.</Text>
          {isElsewhere && (
            <Notice intent="info" layout="multiline" role="alert">
              <MessageBarBody>You were signed out in another tab.</MessageBarBody>
            </Notice>
          )}
          {failure !== null && <FailureNotice failure={failure} retry={retry} />}
          <Field
            label="API key"
            required
            hint="The service prints an admin key at its first start; admins make further ones here. It is kept until you sign out, or close every tab of the dashboard."
            {...(refusal === null ? {} : { validationMessage: refusal })}
          >
            <KeyInput value={apiKey} onChange={type} />
          </Field>
          <Button type="submit" appearance="primary" className={styles.submit} disabledFocusable={isChecking}>
            {isChecking ? 'Signing in…' : 'Sign in'}
          </Button>
        </form>
      </Card>
    </main>
  );
}

/** Null for what may be one. */
function whyNoKey(text: string): string | null {
  if (text === '') return 'Enter your API key.';
  return isKeyText(text) ? null : NO_KEY_TEXT;
}

/** Field hands its label and hint on by props, so they are passed through to the input. */
function KeyInput({ value, onChange, ...fieldProps }: { value: string; onChange: (value: string) => void }) {
  const [isShown, setIsShown] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  // There is nothing else to do here; whoever was signed out had the focus somewhere that is gone.
  useEffect(() => input.current?.focus(), []);
  return (
    <Input
      {...fieldProps}
      input={{ ref: input }}
      type={isShown ? 'text' : 'password'}
      autoComplete="off"
      spellCheck={false}
      value={value}
      onChange={(_event, data) => onChange(data.value)}
      contentAfter={
        <Button
          appearance="transparent"
          size="small"
          icon={isShown ? <EyeOffRegular /> : <EyeRegular />}
          aria-label={isShown ? 'Hide the key' : 'Show the key'}
          onClick={() => setIsShown(!isShown)}
        />
      }
    />
  );
}
