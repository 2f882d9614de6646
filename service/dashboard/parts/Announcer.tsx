import { makeStyles } from '@fluentui/react-components';
import { useCallback, useState, type ReactNode } from 'react';
import { Announce } from './use-announced.ts';

const useStyles = makeStyles({
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** The one place where a page says what changed in it. */
export function Announcer({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const [{ words, count }, setSaid] = useState({ words: '', count: 0 });
  const announce = useCallback((next: string) => setSaid((before) => ({ words: next, count: before.count + 1 })), []);
  return (
    <Announce value={announce}>
      {children}
      <div role="status" className={styles.unseen}>
        {/* The same words a second time are new ones. */}
        <span key={count}>{words}</span>
      </div>
    </Announce>
  );
}
