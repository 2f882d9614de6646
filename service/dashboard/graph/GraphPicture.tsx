import { makeStyles, tokens } from '@fluentui/react-components';
import cytoscape from 'cytoscape';
import { useEffect, useRef } from 'react';
import { countOf } from '#shared/format.ts';
import type { Graph } from '#shared/schemas/graph.schema.ts';
import { useTheme } from '../shell/use-theme.ts';
import { pictureStyle } from './picture-style.ts';

const STRETCH_MAX = 2.5;
const FIT_PADDING = 30;

/** From so many edges to it on, a node is one to find one's way by. */
const HUB_MIN_DEPENDENTS = 2;

const useStyles = makeStyles({
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
  const theme = useTheme();
  const onChoose = useRef(choose);
  useEffect(() => {
    onChoose.current = choose;
  }, [choose]);
  useEffect(() => {
    if (container.current === null) return;
    const computed = getComputedStyle(container.current);
    const picture = cytoscape({
      container: container.current,
      elements: elementsOf(graph, focus),
      style: pictureStyle((name) => computed.getPropertyValue(name).trim()),
      layout: layoutFor(graph, focus),
      minZoom: 0.1,
      maxZoom: 4,
    });
    fillWidth(picture);
    // A few nodes are not blown up to fill the page.
    if (picture.zoom() > 1) picture.zoom(1).center();
    picture.style().update();
    picture.on('zoom', () => picture.style().update());
    picture.on('tap', 'node', (event) => onChoose.current((event.target as cytoscape.NodeSingular).id()));
    return () => picture.destroy();
  }, [graph, focus, theme]);
  const what = `${countOf(graph.nodes.length, 'node')}, ${countOf(graph.edges.length, 'edge')}`;
  return (
    <div
      ref={container}
      role="img"
      aria-label={`Picture of the graph: ${what}. The edges are listed in the table of all edges.`}
      className={styles.picture}
    />
  );
}

function elementsOf(graph: Graph, focus: string | null): cytoscape.ElementDefinition[] {
  const dependents = new Map<string, number>();
  for (const { to } of graph.edges) dependents.set(to, (dependents.get(to) ?? 0) + 1);
  const isHub = (node: string): boolean => node === focus || (dependents.get(node) ?? 0) >= HUB_MIN_DEPENDENTS;
  return [
    ...graph.nodes.map((node) => ({
      data: { id: node.node_id, label: node.name, kind: node.kind, isHub: isHub(node.node_id) },
      classes: node.node_id === focus ? 'focus' : '',
    })),
    ...graph.edges.map((edge) => ({
      data: { id: `edge ${edge.edge_id}`, source: edge.from, target: edge.to, relation: edge.relation },
    })),
  ];
}

/** Layouts come out about as high as wide, and the page is wider than high: pulled apart sideways, names get room. */
function fillWidth(picture: cytoscape.Core): void {
  const { w, h } = picture.elements().boundingBox({ includeLabels: false });
  const factor = Math.min(STRETCH_MAX, (picture.width() / picture.height()) * (h / Math.max(1, w)));
  if (factor <= 1) return;
  picture.nodes().positions((node) => ({ x: node.position('x') * factor, y: node.position('y') }));
  picture.fit(undefined, FIT_PADDING);
}

/** Around its focus in rings; without one, pulled apart by forces. The same picture each time. */
function layoutFor(graph: Graph, focus: string | null): cytoscape.LayoutOptions {
  if (focus === null) return { name: 'cose', animate: false, randomize: false, nodeDimensionsIncludeLabels: true };
  const near = new Set(
    graph.edges.flatMap((edge) => (edge.from === focus || edge.to === focus ? [edge.from, edge.to] : [])),
  );
  return {
    name: 'concentric',
    animate: false,
    minNodeSpacing: 70,
    levelWidth: () => 1,
    concentric: (node: { id: () => string }) => (node.id() === focus ? 3 : near.has(node.id()) ? 2 : 1),
  };
}
