import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { formatNumber } from '#shared/format.ts';
import { DashboardLink } from '../shell/DashboardLink.tsx';

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    // Two in the pane of Excel; in a wide window a line of them is no wider than it has to be.
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(8.5rem, 40%), 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: 0,
  },
  tile: {
    position: 'relative',
    // The figure stands above what it counts, which is read first.
    display: 'flex',
    flexDirection: 'column-reverse',
    justifyContent: 'flex-end',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    // Seen only where colours are forced and backgrounds go.
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  },
  opening: { ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover } },
  figure: { margin: 0, fontSize: tokens.fontSizeBase600, fontWeight: tokens.fontWeightSemibold },
  // The whole tile is the target, though only the figure is the link.
  link: {
    fontSize: 'inherit',
    fontWeight: 'inherit',
    lineHeight: 'inherit',
    '::after': { content: '""', position: 'absolute', inset: 0 },
    // A figure that opens something in the pane is a button, which forced colours would write as text.
    '@media (forced-colors: active)': { color: 'LinkText', forcedColorAdjust: 'none' },
  },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** A figure with what it counts, and the list of that: a page of the dashboard, or something in the pane. */
export interface Tile {
  label: string;
  figure: number;
  opens?: { href: string } | { onClick(): void };
}

/** Figures, each with what it counts; one that counts something opens it. */
export function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.tiles}>
      {tiles.map((tile) => (
        <div key={tile.label} className={mergeClasses(styles.tile, tile.opens && tile.figure > 0 && styles.opening)}>
          <dt className={styles.label}>{tile.label}</dt>
          <dd className={styles.figure}>
            <Figure {...tile} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Figure({ label, figure, opens }: Tile) {
  const styles = useStyles();
  const words = formatNumber(figure);
  if (opens === undefined || figure === 0) return words;
  const name = `${words} ${label}`;
  return 'href' in opens ? (
    <DashboardLink className={styles.link} href={opens.href} aria-label={`${name}, in the dashboard`}>
      {words}
    </DashboardLink>
  ) : (
    <Link className={styles.link} onClick={() => opens.onClick()} aria-label={name}>
      {words}
    </Link>
  );
}
