import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useAnnounce } from '../shell/Announcer.tsx';

const useStyles = makeStyles({
  question: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** What came of un-learning; `before`: there was nothing to un-learn any more. */
export type Forgotten = 'now' | 'before' | 'failed';

const forgottenWords = { now: 'Forgotten.', before: 'This was forgotten already.' };

interface ForgetActionProps {
  header: string;
  /** What its values mean is remembered with it. */
  hasMeanings: boolean;
  isBusy: boolean;
  onForget(): Promise<Forgotten>;
}

/** Un-learns what was confirmed before; says what that means before it does it, and after. */
export function ForgetAction({ header, hasMeanings, isBusy, onForget }: ForgetActionProps) {
  const styles = useStyles();
  const announce = useAnnounce();
  const [isAsking, setIsAsking] = useState(false);
  const [words, setWords] = useState<string | null>(null);
  const forget = async (): Promise<void> => {
    const forgotten = await onForget();
    if (forgotten === 'failed') return;
    const said = `${forgottenWords[forgotten]} Later imports will be suggested anew for ${header}, until it is confirmed again.`;
    announce(said);
    setWords(said);
  };
  if (words !== null) return <Text size={200}>{words}</Text>;
  if (!isAsking)
    return (
      <div>
        <Button size="small" disabledFocusable={isBusy} onClick={() => setIsAsking(true)}>
          Forget this decision
        </Button>
      </div>
    );
  return (
    <div className={styles.question} role="group" aria-label={`Forget what ${header} was`}>
      <Text size={200}>
        Later imports of your whole client account will be suggested anew for this header
        {hasMeanings && ', and what its values mean'}.
      </Text>
      <Button size="small" appearance="primary" disabledFocusable={isBusy} onClick={() => void forget()}>
        Forget
      </Button>
      <Button size="small" disabledFocusable={isBusy} onClick={() => setIsAsking(false)}>
        Keep
      </Button>
    </div>
  );
}
