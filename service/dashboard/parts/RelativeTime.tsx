import { makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { formatAgo } from '#shared/format.ts';
import { formatAbsolute } from './format.ts';
import { useNow } from './use-now.ts';

const useStyles = makeStyles({
  time: {
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
      borderRadius: tokens.borderRadiusSmall,
    },
  },
});

/** How long ago; the date and time on hover and on focus. */
export function RelativeTime({ iso }: { iso: string }) {
  const styles = useStyles();
  const now = useNow();
  return (
    <Tooltip content={formatAbsolute(iso)} relationship="description">
      <time dateTime={iso} tabIndex={0} className={styles.time}>
        {formatAgo(iso, now)}
      </time>
    </Tooltip>
  );
}
