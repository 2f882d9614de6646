import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';

const useStyles = makeStyles({
  question: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

interface ForgetActionProps {
  header: string;
  /** What its values mean is remembered with it. */
  hasMeanings: boolean;
  isBusy: boolean;
  onForget(): void;
}

/** Un-learns what was confirmed before; says what that means before it does it. */
export function ForgetAction({ header, hasMeanings, isBusy, onForget }: ForgetActionProps) {
  const styles = useStyles();
  const [isAsking, setIsAsking] = useState(false);
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
      <Button size="small" appearance="primary" disabledFocusable={isBusy} onClick={() => onForget()}>
        Forget
      </Button>
      <Button size="small" disabledFocusable={isBusy} onClick={() => setIsAsking(false)}>
        Keep
      </Button>
    </div>
  );
}
