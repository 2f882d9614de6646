import { makeStyles, Skeleton, SkeletonItem, Text, tokens } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { fieldLabel } from '#shared/field-label.ts';
import { mainValues } from '#shared/pages/main-values.ts';
import { countOf } from '#shared/format.ts';
import type { AssetChangeView, TracedValue } from '#shared/schemas/asset.schema.ts';
import { fieldValueText } from '#shared/value-text.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { FailureNotice } from '../shell/ErrorNotice.tsx';
import { ShowMore } from '../shell/ShowMore.tsx';

/** Assets a page. */
const PAGE = 10;
/** Values an asset is shown with; the dashboard has all. */
const VALUES_SHOWN = 5;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  asset: {
    paddingBlock: tokens.spacingVerticalXS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2 },
});

interface ChangedProps {
  connection: PaneConnection;
  flowId: string;
  kind: 'created' | 'updated';
}

/** The assets that applying would create, with what people know them by, or update, with what was before; page by page. */
export function ChangedAssets({ connection, flowId, kind }: ChangedProps) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const query = useInfiniteQuery({
    queryKey: ['changed-assets', flowId, kind],
    gcTime: 0,
    queryFn: ({ pageParam }) =>
      fetchEndpoint(connection, endpoints.listAssetChanges, {
        params: { flow_id: flowId },
        query: { kind, limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
  });
  if (query.isError)
    return (
      <FailureNotice
        error={query.error}
        safe="Nothing was written to the inventory."
        actions={[{ label: 'Try again', onClick: () => void query.refetch() }]}
      />
    );
  if (query.data === undefined)
    return (
      <Skeleton aria-label={`Reading the assets to be ${kind}`}>
        <SkeletonItem size={64} />
      </Skeleton>
    );
  const changes = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      <Text as="h4" weight="semibold" size={200} style={{ margin: 0 }}>
        {kind === 'created' ? 'New assets' : 'Changed assets'}
      </Text>
      <ul ref={list} className={styles.list} aria-label={`Assets to be ${kind}`}>
        {changes.map((change) => (
          <li key={change.asset_id} className={styles.asset}>
            <Asset change={change} />
          </li>
        ))}
      </ul>
      <ShowMore
        list={list}
        shown={changes.length}
        one="asset"
        label={query.hasNextPage ? `Show more assets to be ${kind}` : null}
        onMore={() => void query.fetchNextPage()}
      />
    </>
  );
}

function Asset({ change }: { change: AssetChangeView }) {
  const styles = useStyles();
  return (
    <>
      <Text weight="semibold">
        <bdi>{change.name}</bdi>
      </Text>{' '}
      <Text size={200}>{fieldLabel(change.asset_class)}</Text>
      <Text size={200} className={styles.quiet}>
        {change.kind === 'created' ? <MainValues change={change} /> : <Changes changes={change.changes} />}
      </Text>
    </>
  );
}

function MainValues({ change }: { change: AssetChangeView }) {
  return mainValues(change, VALUES_SHOWN).map(({ field, text }, at) => (
    <span key={field} title={fieldLabel(field)}>
      {at > 0 && ' · '}
      <bdi>{text}</bdi>
    </span>
  ));
}

/** `Environment: Test → Production`. */
function Changes({ changes }: Pick<AssetChangeView, 'changes'>) {
  const more = changes.length - VALUES_SHOWN;
  return (
    <>
      {changes.slice(0, VALUES_SHOWN).map(({ field, before, after }, at) => (
        <span key={field}>
          {at > 0 && ' · '}
          {fieldLabel(field)}: <bdi>{textOf(field, before)}</bdi> → <bdi>{textOf(field, after)}</bdi>
        </span>
      ))}
      {more > 0 && ` · ${countOf(more, 'more value')}`}
    </>
  );
}

function textOf(field: string, values: readonly TracedValue[]): string {
  return values.length === 0 ? 'nothing' : values.map(({ value }) => fieldValueText(field, value)).join(', ');
}
