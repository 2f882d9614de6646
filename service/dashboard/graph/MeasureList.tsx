import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { countOf, formatNumber } from '#shared/format.ts';
import { wordOf } from '#shared/field-label.ts';
import { relationWords } from '#shared/graph-words.ts';
import type { GraphSummary, ListedNames } from '#shared/schemas/graph.schema.ts';
import { ViewLink } from '../parts/ViewLink.tsx';
import { addressOf, useView } from '../shell/location.ts';
import { leanedWords, mostLeanedOn } from './most-leaned-on.ts';
import { nothingOf } from './nothing-words.ts';

const useStyles = makeStyles({
  measures: {
    overflow: 'auto',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(20rem, 100%), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
  },
  title: { margin: 0 },
  named: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  entry: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL },
  name: { overflowWrap: 'anywhere', minWidth: 0 },
  says: { marginInlineStart: 'auto', textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

const SHOWN_MAX = 15;

/** What was measured of the whole graph; every name leads to the picture around it. */
export function MeasureList({ summary }: { summary: GraphSummary }) {
  const points = summary.single_points_of_failure;
  const { components, cycles } = summary;
  const leaned = mostLeanedOn(summary);
  return (
    <div className={useStyles().measures}>
      <Part title="Most depended on">
        {leaned.length === 0 && <Text>No asset is named by another one.</Text>}
        <Named
          entries={leaned
            .slice(0, SHOWN_MAX)
            .map(({ asset_id: node, name, ...counts }) => ({ node, name, says: leanedWords(counts) }))}
        />
        {points.count > 0 && (
          <Text size={200}>
            {`With each of ${countOf(points.count, 'asset')} at least ${points.min_affected} others are lost, directly or in turn, if nothing stands in. ` +
              'What leans on one directly and has no stand-in is a single point of failure under Technical debt.'}
          </Text>
        )}
      </Part>
      <Part title={countOf(cycles.count, 'circle')}>
        {cycles.listed.slice(0, SHOWN_MAX).map((members, index) => (
          <Focus key={index} node={members[0]?.asset_id ?? ''}>
            {members.map(({ name }) => name).join(', ')}
          </Focus>
        ))}
        {cycles.count === 0 && <Text>No assets depend on one another in a circle.</Text>}
      </Part>
      <Part title={countOf(components.count, 'linked group')}>
        <Text>{`${formatNumber(components.linked_assets)} of ${countOf(summary.assets, 'asset')} are linked.`}</Text>
        <Text size={200}>
          A linked group is two assets or more that dependencies join, directly or by a name they share; what shares no
          name with another asset is in none. Disks and adapters, the parts of an asset, are not counted here.
        </Text>
        {components.largest.length > 0 && (
          <Text>{`Largest: ${components.largest.map(formatNumber).join(', ')} assets.`}</Text>
        )}
      </Part>
      <Names title="Not in the inventory" names={summary.unresolved} nothing={nothingOf.unresolved} />
      <Names title="Shared by several assets" names={summary.ambiguous} nothing={nothingOf.ambiguous} />
      <Names title="Known by name only" names={summary.groups} nothing={nothingOf.group} />
    </div>
  );
}

function Names({ title, names, nothing }: { title: string; names: ListedNames; nothing: string }) {
  return (
    <Part title={`${title}: ${countOf(names.count, 'name')}`}>
      {names.count === 0 && <Text>{nothing}</Text>}
      <Named
        entries={names.listed.slice(0, SHOWN_MAX).map(({ node_id: node, name, edges, relation }) => ({
          node,
          name,
          says: `${wordOf(relationWords, relation)}, ${countOf(edges, 'dependency', 'dependencies')}`,
        }))}
      />
    </Part>
  );
}

interface NamedEntry {
  node: string;
  name: string;
  says: string;
}

/** Names, each with what was counted of it. */
function Named({ entries }: { entries: readonly NamedEntry[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.named}>
      {entries.map(({ node, name, says }) => (
        <li key={node} className={styles.entry}>
          <span className={styles.name}>
            <Focus node={node}>
              <bdi>{name}</bdi>
            </Focus>
          </span>
          <span className={styles.says}>{says}</span>
        </li>
      ))}
    </ul>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.part} aria-label={title}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        {title}
      </Text>
      {children}
    </section>
  );
}

function Focus({ node, children }: { node: string; children: ReactNode }) {
  return <ViewLink address={addressOf(useView(), { item: node, tab: null })}>{children}</ViewLink>;
}
