import { makeStyles, mergeClasses, Skeleton, SkeletonItem, tokens, useId } from '@fluentui/react-components';
import { formatNumber } from '#shared/format.ts';
import { ViewLink } from '../parts/ViewLink.tsx';
import { addressOf, useView, type View } from '../shell/location.ts';

const useStyles = makeStyles({
  group: { flexBasis: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  title: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  tiles: {
    flexGrow: 1,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(5.5rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  tile: {
    boxSizing: 'border-box',
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  figure: {
    color: tokens.colorBrandForegroundLink,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  coming: { width: '3rem' },
});

export interface Tile {
  label: string;
  /** undefined while it is read: its place is kept. */
  figure: number | string | undefined;
  opens: Partial<View>;
}

/** Figures of one scope, which is said above them; each opens the list of what it counts. */
export function TileGroup({ title, tiles }: { title: string; tiles: readonly Tile[] }) {
  const styles = useStyles();
  const view = useView();
  const titleId = useId('tiles');
  if (tiles.length === 0) return null;
  return (
    // Groups share the page by how many figures they have; a lone figure does not stretch over it.
    <section
      className={styles.group}
      style={{
        flexGrow: tiles.length,
        minWidth: `min(${tiles.length * 6}rem, 100%)`,
        maxWidth: `${tiles.length * 15}rem`,
      }}
    >
      <h2 className={styles.title} id={titleId}>
        {title}
      </h2>
      <ul className={styles.tiles} aria-labelledby={titleId}>
        {tiles.map(({ label, figure, opens }) => (
          <li key={label}>
            <ViewLink className={styles.tile} address={addressOf(view, { item: null, ...opens })}>
              {figure === undefined ? (
                <Skeleton aria-hidden>
                  <SkeletonItem size={28} className={mergeClasses(styles.figure, styles.coming)} />
                </Skeleton>
              ) : (
                <span className={styles.figure}>{typeof figure === 'number' ? formatNumber(figure) : figure}</span>
              )}{' '}
              {label}
            </ViewLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
