import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { countOf, formatNumber } from '#shared/format.ts';
import { relationWords } from '#shared/graph-words.ts';
import type { GraphSummary, ListedNames } from '#shared/schemas/graph.schema.ts';
import { Facts } from '../parts/Facts.tsx';
import { ViewLink } from '../parts/ViewLink.tsx';
import { addressOf, useView } from '../shell/location.ts';
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
  return (
    <div className={useStyles().measures}>
      <Part title={`${countOf(points.count, 'asset')} with far-reaching loss`}>
        {points.count > 0 && (
          <Facts
            facts={points.listed
              .slice(0, SHOWN_MAX)
              .map((point) => [
                point.name,
                <Focus key="0" node={point.asset_id}>{`${countOf(point.affected, 'asset')} fall with it`}</Focus>,
              ])}
          />
        )}
        <Text size={200}>
          {`With each of them at least ${points.min_affected} others are lost, directly or in turn, if nothing stands in. ` +
            'What leans on one directly and has no stand-in is a single point of failure under Technical debt.'}
        </Text>
      </Part>
      <Part title="Most depended on">
        {summary.most_depended_on.length === 0 && <Text>No asset is named by another one.</Text>}
        <Facts
          facts={summary.most_depended_on.slice(0, SHOWN_MAX).map((entry) => [
            entry.name,
            <Focus key="0" node={entry.asset_id}>
              {`${formatNumber(entry.direct)} directly, ${entry.transitive === null ? 'in all not counted' : `${formatNumber(entry.transitive)} in all`}`}
            </Focus>,
          ])}
        />
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
      <Facts
        facts={names.listed
          .slice(0, SHOWN_MAX)
          .map((entry) => [
            entry.name,
            <Focus
              key="0"
              node={entry.node_id}
            >{`${countOf(entry.edges, 'dependency', 'dependencies')}, ${relationWords[entry.relation]}`}</Focus>,
          ])}
      />
    </Part>
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
