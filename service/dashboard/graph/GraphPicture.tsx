import { makeStyles, Text, tokens, Tooltip } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { countOf } from '#shared/format.ts';
import type { Graph } from '#shared/schemas/graph.schema.ts';
import { formatWord } from '../parts/format.ts';
import { useTheme } from '../shell/use-theme.ts';
import { drawPicture, type DrawnPicture, type PointedAt } from './draw-picture.ts';
import { moveByKey, type PictureMove } from './picture-moves.ts';
import { PictureLegend } from './PictureLegend.tsx';
import { ZoomButtons } from './ZoomButtons.tsx';

const useStyles = makeStyles({
  frame: { flexGrow: 1, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  foot: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  keys: {
    flexGrow: 1,
    minHeight: '16rem',
    display: 'flex',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  picture: {
    flexGrow: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  help: { color: tokens.colorNeutralForeground2 },
});

interface GraphPictureProps {
  graph: Graph;
  focus: string | null;
  choose: (node: string) => void;
  /** Leaves the node the picture is around. */
  leave: () => void;
}

/** The graph drawn on a canvas, to look around in by pointer and keys. Readers have the same in the tables beside it. */
export function GraphPicture({ graph, focus, choose, leave }: GraphPictureProps) {
  const styles = useStyles();
  const helpId = useId();
  const container = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnPicture>(null);
  const [pointedAt, setPointedAt] = useState<PointedAt | null>(null);
  const theme = useTheme();
  const onChoose = useRef(choose);
  useEffect(() => {
    onChoose.current = choose;
  }, [choose]);
  useEffect(() => {
    if (container.current === null) return;
    const picture = drawPicture(container.current, graph, focus, {
      choose: (node) => onChoose.current(node),
      pointAt: setPointedAt,
    });
    drawn.current = picture;
    return () => {
      setPointedAt(null);
      picture.destroy();
    };
  }, [graph, focus, theme]);
  const move = (how: PictureMove): void => {
    if (drawn.current) how(drawn.current);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const how = moveByKey.get(event.key);
    if (how) move(how);
    else if (event.key === 'Escape' && focus !== null) leave();
    else return;
    event.preventDefault();
  };
  const what = `${countOf(graph.nodes.length, 'name')}, ${countOf(graph.edges.length, 'dependency', 'dependencies')}`;
  return (
    <div className={styles.frame}>
      <div
        // Readers leave it the arrow keys.
        role="application"
        aria-label="Look around in the picture"
        aria-describedby={helpId}
        tabIndex={0}
        className={styles.keys}
        onKeyDown={onKey}
      >
        <div
          ref={container}
          role="img"
          aria-label={`Picture of the dependencies: ${what}. The tab All lists them in a table.`}
          className={styles.picture}
        />
      </div>
      <Text size={200} id={helpId} className={styles.help}>
        Keys in the picture: arrows move it, + and − zoom{focus !== null && ', Escape shows what matters most'}.
      </Text>
      <div className={styles.foot}>
        <PictureLegend graph={graph} />
        <ZoomButtons move={move} />
      </div>
      {pointedAt && (
        <Tooltip
          visible
          relationship="inaccessible"
          withArrow
          positioning={{ target: pointedAt.target, position: 'above' }}
          content={pointedWords(pointedAt)}
        />
      )}
    </div>
  );
}

/** `paydb · Database · 2 dependencies` */
function pointedWords({ name, assetClass, edges }: PointedAt): string {
  const what = assetClass === null ? [] : [formatWord(assetClass)];
  return [name, ...what, countOf(edges, 'dependency', 'dependencies')].join(' · ');
}
