import { Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';

const COPIED_SHOWN_MS = 1_500;
const SHOWN_CHARACTERS = 8;

const useStyles = makeStyles({
  id: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    whiteSpace: 'nowrap',
    verticalAlign: 'middle',
  },
  text: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  button: { minWidth: 'auto', padding: tokens.spacingHorizontalXXS },
});

/** The last characters of an id, which tell ids apart best; the whole one on hover, focus and copy. */
export function ShortId({ id, what }: { id: string; what: string }) {
  const styles = useStyles();
  return (
    <span className={styles.id}>
      <Tooltip content={id} relationship="description">
        <span className={styles.text}>{id.length > SHOWN_CHARACTERS + 2 ? `…${id.slice(-SHOWN_CHARACTERS)}` : id}</span>
      </Tooltip>
      <CopyButton text={id} what={what} />
    </span>
  );
}

export function CopyButton({ text, what }: { text: string; what: string }) {
  const styles = useStyles();
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (outcome === 'idle') return;
    const timer = setTimeout(() => setOutcome('idle'), COPIED_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    );
  };
  const label = outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'The browser refused' : `Copy ${what}`;
  return (
    <Tooltip content={label} relationship="label">
      <Button
        appearance="subtle"
        size="small"
        className={styles.button}
        icon={outcome === 'copied' ? <CheckmarkRegular /> : <CopyRegular />}
        onClick={copy}
      />
    </Tooltip>
  );
}
