import { Button, makeStyles, Spinner, Text, tokens, type SpinnerProps } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { Politely } from '../shell/Politely.tsx';

/** Most files are read by then, ms. */
const LONG_MS = 15_000;

const useStyles = makeStyles({
  reading: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
  },
});

interface ReadingFileProps {
  name: string;
  size?: NonNullable<SpinnerProps['size']>;
  onCancel(): void;
}

/** A file that is being read, and the way out of it. */
export function ReadingFile({ name, size = 'medium', onCancel }: ReadingFileProps) {
  const styles = useStyles();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.reading}>
      <Spinner size={size} label={`Reading ${name}`} />
      {isLong && (
        <Politely>
          <Text size={200}>
            This takes longer than most files do. Nothing is sent meanwhile. Wait, or cancel and choose a file with less
            in it, such as one sheet of its own.
          </Text>
        </Politely>
      )}
      <Button onClick={onCancel}>Cancel</Button>
    </div>
  );
}
