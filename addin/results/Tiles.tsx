import { makeStyles, tokens } from '@fluentui/react-components';
import { formatNumber } from '#shared/format.ts';

const useStyles = makeStyles({
  tiles: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalS, margin: 0 },
  tile: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  figure: { margin: 0, fontSize: tokens.fontSizeBase600, fontWeight: tokens.fontWeightSemibold },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Figures, each with what it counts. */
export function Tiles({ tiles }: { tiles: readonly (readonly [label: string, figure: number])[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.tiles}>
      {tiles.map(([label, figure]) => (
        <div key={label} className={styles.tile}>
          <dd className={styles.figure}>{formatNumber(figure)}</dd>
          <dt className={styles.label}>{label}</dt>
        </div>
      ))}
    </dl>
  );
}
