import { makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { countOf } from '#shared/format.ts';
import type { Graph } from '#shared/schemas/graph.schema.ts';
import { formatWord } from '../parts/format.ts';
import { useTheme } from '../shell/use-theme.ts';
import { drawPicture, type DrawnPicture, type PointedAt } from './draw-picture.ts';
import { PictureLegend } from './PictureLegend.tsx';
import { ZoomButtons } from './ZoomButtons.tsx';

const useStyles = makeStyles({
  frame: { flexGrow: 1, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  foot: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  picture: {
    flexGrow: 1,
    minHeight: '16rem',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

interface GraphPictureProps {
  graph: Graph;
  focus: string | null;
  choose: (node: string) => void;
}

/** The graph drawn on a canvas. Readers and keyboards have the same in the tables beside it. */
export function GraphPicture({ graph, focus, choose }: GraphPictureProps) {
  const styles = useStyles();
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
  const what = `${countOf(graph.nodes.length, 'name')}, ${countOf(graph.edges.length, 'dependency', 'dependencies')}`;
  return (
    <div className={styles.frame}>
      <div
        ref={container}
        role="img"
        aria-label={`Picture of the dependencies: ${what}. The tab All lists them in a table.`}
        className={styles.picture}
      />
      <div className={styles.foot}>
        <PictureLegend graph={graph} />
        <ZoomButtons
          zoomBy={(factor) => drawn.current?.zoomBy(factor)}
          moveBy={(x, y) => drawn.current?.moveBy(x, y)}
          showAll={() => drawn.current?.showAll()}
        />
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
