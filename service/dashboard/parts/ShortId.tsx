import { Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular, DismissRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { copyText } from '#shared/pages/copy-text.ts';
import { Spoken } from '#shared/pages/Spoken.tsx';
import { idEnd } from './id-end.ts';
import { ViewLink } from './ViewLink.tsx';

/** Time enough to read a refusal and to copy by hand. */
const SHOWN_MS = { copied: 1_500, refused: 10_000 } as const;

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

interface ShortIdProps {
  id: string;
  what: string;
  /** Where what it names is shown. */
  address?: string | null;
}

/** The end of an id; the whole one on hover, to readers, and copied. */
export function ShortId({ id, what, address = null }: ShortIdProps) {
  const styles = useStyles();
  return (
    <span className={styles.id}>
      <Tooltip content={id} relationship="description">
        <span className={styles.text}>
          {address === null ? idEnd(id) : <ViewLink address={address}>{idEnd(id)}</ViewLink>}
        </span>
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
    const timer = setTimeout(() => setOutcome('idle'), SHOWN_MS[outcome]);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (): Promise<void> => setOutcome((await copyText(text)) ? 'copied' : 'refused');
  const said =
    outcome === 'copied' ? 'Copied' : outcome === 'refused' ? `The browser refused: copy ${text} by hand` : '';
  return (
    <>
      <Tooltip content={outcome === 'idle' ? `Copy ${what}` : said} relationship="label">
        <Button
          appearance="subtle"
          size="small"
          className={styles.button}
          icon={
            outcome === 'copied' ? <CheckmarkRegular /> : outcome === 'refused' ? <DismissRegular /> : <CopyRegular />
          }
          onClick={() => void copy()}
        />
      </Tooltip>
      {/* The button's tooltip says it to whoever sees it. */}
      <Spoken role="status">{said}</Spoken>
    </>
  );
}
