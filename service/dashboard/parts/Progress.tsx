import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { formatPercent } from './format.ts';

const useStyles = makeStyles({
  progress: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  words: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  brand: { backgroundColor: tokens.colorBrandForeground1 },
  success: { backgroundColor: tokens.colorStatusSuccessForeground1 },
  warning: { backgroundColor: tokens.colorStatusWarningForeground1 },
  error: { backgroundColor: tokens.colorStatusDangerForeground1 },
  quiet: { backgroundColor: tokens.colorNeutralStrokeAccessible },
  number: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

interface ProgressProps {
  percentage: number;
  text: string;
  /** quiet: nothing goes on any more. */
  color?: 'brand' | 'success' | 'error' | 'warning' | 'quiet';
}

/** What is being worked on, how far it is in figures, and the same as a bar for the eye. */
export function Progress({ percentage, text, color = 'brand' }: ProgressProps) {
  const styles = useStyles();
  return (
    <div className={styles.progress}>
      <span className={styles.words}>
        <span className={styles.text} title={text}>
          {text}
        </span>
        <span className={styles.number}>{formatPercent(percentage)}</span>
      </span>
      <ProgressBar
        // The colours of the words beside it.
        bar={{ className: styles[color] }}
        value={percentage / 100}
        aria-hidden
      />
    </div>
  );
}
