import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { copyText } from '#shared/pages/copy-text.ts';

const useStyles = makeStyles({
  text: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

const outcomeWords = {
  idle: '',
  copied: 'Copied',
  refused: 'The clipboard was refused: the text is selected, press Ctrl+C (⌘C on a Mac)',
} as const;

/** Text to hand on, with a link that copies it and says so; where it may not, the text is selected. */
export function CopyLink({ text, what }: { text: string; what: string }) {
  const styles = useStyles();
  const [outcome, setOutcome] = useState<keyof typeof outcomeWords>('idle');
  const shown = useRef<HTMLSpanElement>(null);
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(text);
    if (!isCopied && shown.current) getSelection()?.selectAllChildren(shown.current);
    setOutcome(isCopied ? 'copied' : 'refused');
  };
  return (
    <>
      <span ref={shown} className={styles.text}>
        {text}
      </span>{' '}
      <Link aria-label={`Copy ${what}`} onClick={() => void copy()}>
        Copy
      </Link>{' '}
      <span role="status">{outcomeWords[outcome]}</span>
    </>
  );
}
