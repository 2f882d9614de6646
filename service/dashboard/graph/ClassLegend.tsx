import { makeStyles, tokens } from '@fluentui/react-components';
import type { Graph } from '#shared/schemas/graph.schema.ts';
import { assetClasses, type AssetClass } from '#shared/statuses.ts';
import { formatWord } from '../parts/format.ts';
import { shapeOf } from './class-shapes.ts';
import { ASSET_COLOR } from './picture-style.ts';
import { wordsShown } from './words-shown.ts';

const useStyles = makeStyles({
  entry: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  // The canvas keeps its colours where others are forced; so does what explains them.
  shape: { width: '0.8rem', height: '0.8rem', flexShrink: 0, forcedColorAdjust: 'none' },
});

/** What the outlines in the picture mean; only those that are in it. */
export function ClassLegend({ graph }: { graph: Graph }) {
  const styles = useStyles();
  const classes = graph.nodes.map((node) => node.asset_class);
  return wordsShown(assetClasses, classes).map((name) => (
    <li key={name} className={styles.entry}>
      <ClassShape of={name} />
      {name === 'unknown' ? 'Class unknown' : formatWord(name)}
    </li>
  ));
}

function ClassShape({ of }: { of: AssetClass }) {
  const styles = useStyles();
  const { corners, isHollow = false } = shapeOf(of);
  const color = `var(${ASSET_COLOR})`;
  const paint = { fill: isHollow ? 'none' : color, stroke: color, strokeWidth: 0.3 };
  return (
    <svg viewBox="-1.2 -1.2 2.4 2.4" className={styles.shape} aria-hidden>
      {corners === null ? (
        <circle r={1} {...paint} />
      ) : (
        <polygon points={corners.map((corner) => corner.join(',')).join(' ')} {...paint} />
      )}
    </svg>
  );
}
