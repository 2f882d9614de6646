import { makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { formatAgo } from '#shared/format.ts';
import { formatAbsolute } from './format.ts';
import { useNow } from './use-now.ts';

const useStyles = makeStyles({
  live: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    // Below the title, where there is no room beside it.
    '@media (max-width: 36rem)': { justifyContent: 'flex-start' },
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
    // Nothing beside it moves when its age changes.
    minWidth: '10.5rem',
    fontVariantNumeric: 'tabular-nums',
  },
  dot: {
    width: tokens.spacingHorizontalS,
    height: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusCircular,
    boxSizing: 'border-box',
    forcedColorAdjust: 'none',
  },
  fresh: { backgroundColor: tokens.colorStatusSuccessForeground3 },
  stale: { border: `${tokens.strokeWidthThick} solid ${tokens.colorStatusDangerForeground1}` },
});

interface LiveStatusProps {
  /** When data last arrived, ms; 0 before the first. */
  updatedAtMs: number;
  isLive: boolean;
}

/** Whether what is shown is the present, and since when. A full dot is live, a ring is not. */
export function LiveStatus({ updatedAtMs, isLive }: LiveStatusProps) {
  const styles = useStyles();
  const now = useNow();
  if (updatedAtMs === 0) return null;
  const iso = new Date(updatedAtMs).toISOString();
  const age = formatAgo(iso, Math.max(now, updatedAtMs));
  return (
    <Tooltip
      content={`Last update ${formatAbsolute(iso)}. Updates pause while this tab is hidden.`}
      relationship="description"
    >
      <span className={styles.live} tabIndex={0} data-live={isLive}>
        <span className={mergeClasses(styles.dot, isLive ? styles.fresh : styles.stale)} aria-hidden />
        {isLive ? `Live · updated ${age}` : `Not live · as of ${age}`}
      </span>
    </Tooltip>
  );
}
