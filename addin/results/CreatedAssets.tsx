import { Link, makeStyles, Skeleton, SkeletonItem, Text, tokens } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { fieldLabel } from '#shared/field-label.ts';
import { mainValues } from '#shared/main-values.ts';
import type { AssetChangeView } from '#shared/schemas/asset.schema.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { FailureNotice } from '../shell/ErrorNotice.tsx';

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

/** The assets that applying would create, page by page, with what people know them by. */
export function CreatedAssets({ connection, flowId }: { connection: PaneConnection; flowId: string }) {
  const styles = useStyles();
  const query = useInfiniteQuery({
    queryKey: ['created-assets', flowId],
    queryFn: ({ pageParam }) =>
      fetchEndpoint(connection, endpoints.listAssetChanges, {
        params: { flow_id: flowId },
        query: { kind: 'created', limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) },
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
      <Skeleton aria-label="Reading the assets to be created">
        <SkeletonItem size={64} />
      </Skeleton>
    );
  return (
    <>
      <ul className={styles.list} aria-label="Assets to be created">
        {query.data.pages
          .flatMap((page) => page.items)
          .map((change) => (
            <li key={change.asset_id} className={styles.asset}>
              <Asset change={change} />
            </li>
          ))}
      </ul>
      {query.hasNextPage && <Link onClick={() => void query.fetchNextPage()}>Show more assets to be created</Link>}
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
        {mainValues(change, VALUES_SHOWN).map(({ field, text }, at) => (
          <span key={field} title={fieldLabel(field)}>
            {at > 0 && ' · '}
            <bdi>{text}</bdi>
          </span>
        ))}
      </Text>
    </>
  );
}
