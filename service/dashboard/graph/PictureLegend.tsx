import { makeStyles, tokens } from '@fluentui/react-components';
import { wordOf } from '#shared/field-label.ts';
import { relationWords } from '#shared/graph-words.ts';
import type { Graph } from '#shared/schemas/graph.schema.ts';
import { edgeRelations } from '#shared/statuses.ts';
import { ClassLegend } from './ClassLegend.tsx';
import { lookOf } from './picture-style.ts';
import { wordsShown } from './words-shown.ts';

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  entry: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  // The canvas keeps its colours where others are forced; so does what explains them.
  line: { width: '2rem', borderTopWidth: tokens.strokeWidthThick, forcedColorAdjust: 'none' },
});

/** What lines and outlines in the picture mean; only those that are in it. */
export function PictureLegend({ graph }: { graph: Graph }) {
  const styles = useStyles();
  const kinds = new Set(graph.nodes.map(({ kind }) => kind));
  const relations = graph.edges.map(({ relation }) => relation);
  return (
    <ul className={styles.legend} aria-label="Legend">
      {wordsShown(edgeRelations, relations).map((relation) => {
        const { color, line } = lookOf(relation);
        return (
          <li key={relation} className={styles.entry}>
            <span
              className={styles.line}
              style={{ borderTopStyle: line, borderTopColor: `var(${color})` }}
              aria-hidden
            />
            {wordOf(relationWords, relation)}
          </li>
        );
      })}
      <ClassLegend graph={graph} />
      {kinds.has('group') && <li>▬ Known by name only</li>}
      {kinds.has('name') && <li>◇ Not in the inventory</li>}
    </ul>
  );
}
