import { Button, makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { countOf, formatNumber } from '#shared/format.ts';
import { GRAPH_DEPTH_MAX } from '#shared/limits.ts';
import type { Graph, GraphSummary } from '#shared/schemas/graph.schema.ts';
import { everyAsset } from '../assets/asset-filter.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { assetFiles, dependencyFiles, findingFiles } from '../parts/export-groups.ts';
import { ExportMenu } from '../parts/ExportMenu.tsx';
import { FailureNotice } from '../parts/FailureNotice.tsx';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { useAnnounced } from '../parts/use-announced.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { EngagementPage } from '../scope/ScopedPage.tsx';
import { Choice } from '../scope/ScopeFilter.tsx';
import type { Tenant } from '../session/session-context.ts';
import { addressOf, go, useView } from '../shell/location.ts';
import { EdgeList } from './EdgeList.tsx';
import { GraphPicture } from './GraphPicture.tsx';
import { joinedOnly, leftOutWords } from './joined-nodes.ts';
import { MeasureList } from './MeasureList.tsx';
import { NodeSearch } from './NodeSearch.tsx';
import { nothingOf } from './nothing-words.ts';
import { shownWords } from './shown-words.ts';
import { useGraphSummary, usePicture, type ReadPicture } from './use-graph.ts';

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  shown: { flexBasis: '20rem', flexGrow: 1, color: tokens.colorNeutralForeground2 },
  tabs: { flexShrink: 0, flexWrap: 'wrap' },
  body: { flexGrow: 1, minHeight: '16rem', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

const depths = Array.from({ length: GRAPH_DEPTH_MAX }, (_, index) => String(index + 1));

/** How the assets of one engagement lean on one another: as a picture, as a table, in numbers. */
export function GraphPage() {
  const view = useView();
  return (
    <EngagementPage
      title="Dependencies"
      why="Every engagement has a graph of its own."
      // It leads to the picture around an asset and narrows no list.
      filters={(tenant) =>
        view.tab === null && <NodeSearch tenant={tenant} choose={(item) => go(addressOf(view, { item }))} />
      }
      acts={(tenant) => <ExportMenu tenant={tenant} groups={[dependencyFiles, assetFiles(everyAsset), findingFiles]} />}
    >
      {(tenant) => <GraphOf tenant={tenant} />}
    </EngagementPage>
  );
}

function GraphOf({ tenant }: { tenant: Tenant }) {
  const summary = useGraphSummary(tenant);
  return (
    <Loaded query={summary} what="the graph" rows={6}>
      {(known) => (
        <>
          {summary.isError && <FailureNotice failure={summary.error} retry={() => void summary.refetch()} />}
          {known === null ? <NoGraph /> : <BuiltGraph tenant={tenant} summary={known} />}
        </>
      )}
    </Loaded>
  );
}

function NoGraph() {
  return (
    <EmptyState
      title="No graph was built yet"
      detail="It is built when a flow of this engagement runs its dependency analysis, after its mappings are approved."
    />
  );
}

function BuiltGraph({ tenant, summary }: { tenant: Tenant; summary: GraphSummary }) {
  const styles = useStyles();
  const view = useView();
  const tab = view.tab ?? 'picture';
  const { by_state: states } = summary;
  return (
    <>
      <Text>
        {`${countOf(summary.assets, 'asset')}, ${countOf(summary.edges, 'dependency', 'dependencies')}. Built `}
        <RelativeTime iso={summary.built_at} />.
      </Text>
      <TabList
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_event, { value }) => go(addressOf(view, { tab: value === 'picture' ? null : String(value) }))}
      >
        <Tab value="picture">Picture</Tab>
        <Tab value="edges">{`All: ${formatNumber(summary.edges)}`}</Tab>
        <Tab value="unresolved">{`Not in the inventory: ${formatNumber(states.unresolved)}`}</Tab>
        <Tab value="ambiguous">{`Ambiguous: ${formatNumber(states.ambiguous)}`}</Tab>
        <Tab value="measures">Measures</Tab>
      </TabList>
      <div className={styles.body}>
        {tab === 'picture' &&
          (summary.edges === 0 && view.item === null ? (
            <EmptyState title="No dependencies" detail={nothingOf.all} />
          ) : (
            <PictureTab tenant={tenant} summary={summary} />
          ))}
        {tab === 'edges' && <EdgeList tenant={tenant} state={null} />}
        {tab === 'unresolved' && <EdgeList tenant={tenant} state="unresolved" />}
        {tab === 'ambiguous' && <EdgeList tenant={tenant} state="ambiguous" />}
        {tab === 'measures' && <MeasureList summary={summary} />}
      </div>
    </>
  );
}

function PictureTab({ tenant, summary }: { tenant: Tenant; summary: GraphSummary }) {
  const view = useView();
  const [depth, setDepth] = useState('1');
  const picture = usePicture(tenant, view.item, Number(depth));
  useAnnounced(
    `${view.item ?? ''} ${depth}`,
    picture.data && !picture.isPlaceholderData ? drawnWords(picture.data) : null,
  );
  return (
    <Loaded query={picture} what="the picture" rows={6}>
      {(known) => (
        <>
          {picture.isError && <FailureNotice failure={picture.error} retry={() => void picture.refetch()} />}
          <Drawn
            picture={known}
            isLoading={picture.isPlaceholderData}
            summary={summary}
            depth={depth}
            setDepth={setDepth}
          />
        </>
      )}
    </Loaded>
  );
}

/** Of a node that was chosen nothing is drawn before its dependencies are known: it would stand there as if it had none. */
function Drawn({ picture, ...reach }: Omit<AroundProps, 'drawn'>) {
  const view = useView();
  const { graph, focus } = picture;
  const drawn = useMemo(() => joinedOnly(graph, focus), [graph, focus]);
  return (
    <>
      <Around picture={picture} drawn={drawn} {...reach} />
      <GraphPicture
        graph={drawn}
        focus={focus}
        choose={(item) => go(addressOf(view, { item, tab: null }))}
        leave={() => go(addressOf(view, { item: null }))}
      />
    </>
  );
}

/** `Around paydb: 3 names, 2 dependencies` */
function drawnWords({ graph: { nodes, edges }, focus }: ReadPicture): string {
  const name = nodes.find((node) => node.node_id === focus)?.name;
  const what = `${countOf(nodes.length, 'name')}, ${countOf(edges.length, 'dependency', 'dependencies')}`;
  return name === undefined ? `What matters most: ${what}` : `Around ${name}: ${what}`;
}

interface AroundProps {
  picture: ReadPicture;
  /** Whether another picture than this one was asked for. */
  isLoading: boolean;
  /** What of it is in the picture. */
  drawn: Graph;
  summary: GraphSummary;
  depth: string;
  setDepth: (depth: string) => void;
}

/** What the picture is around, how far it reaches, and whether there is more. */
function Around({ picture, isLoading, drawn, summary, depth, setDepth }: AroundProps) {
  const styles = useStyles();
  const view = useView();
  const { graph } = picture;
  const focus = graph.nodes.find((node) => node.node_id === picture.focus);
  const leftOut = leftOutWords(graph, drawn);
  return (
    <div className={styles.filters}>
      {view.item !== null && (
        <Choice
          label="Reach"
          anyLabel="1 step"
          value={depth === '1' ? null : depth}
          names={depths.slice(1)}
          wordFor={(steps) => `${steps} steps`}
          choose={(chosen) => setDepth(chosen ?? '1')}
        />
      )}
      {focus && (
        <>
          <Text>
            Around <bdi>{focus.name}</bdi>
          </Text>
          <Button size="small" onClick={() => go(addressOf(view, { item: null }))}>
            Show what matters most
          </Button>
        </>
      )}
      {isLoading && (
        <Text className={styles.shown} role="status">
          Loading the dependencies. The picture is still the one before.
        </Text>
      )}
      {leftOut !== '' && <Text className={styles.shown}>{leftOut}</Text>}
      {graph.is_truncated && (
        <Text className={styles.shown}>
          {shownWords({ shown: drawn.nodes.length, summary, isAround: picture.focus !== null })}
        </Text>
      )}
    </div>
  );
}
