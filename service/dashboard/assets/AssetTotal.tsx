import { makeStyles, tokens } from '@fluentui/react-components';
import { countOf } from '#shared/format.ts';
import type { AssetCount } from '#shared/schemas/asset.schema.ts';
import { useAnnounced } from '../parts/use-announced.ts';
import type { Tenant } from '../session/session-context.ts';
import { isNarrowed, type AssetFilter } from './asset-filter.ts';
import { useAssetCount } from './use-assets.ts';

const useStyles = makeStyles({
  total: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
});

interface AssetTotalProps {
  tenant: Tenant;
  filter: AssetFilter;
  /** How many are listed when these are all; null while the list goes on, undefined before it is there. */
  listed: number | null | undefined;
}

/** How many assets the list is of, said aloud when a filter changes it. The list does not wait for it. */
export function AssetTotal({ tenant, filter, listed }: AssetTotalProps) {
  const styles = useStyles();
  const counted = useAssetCount(tenant, filter, listed === null);
  const total =
    typeof listed === 'number' ? { count: listed, has_more: false } : listed === null ? counted.data : undefined;
  const words = total === undefined ? null : totalWords(total, isNarrowed(filter));
  useAnnounced(JSON.stringify(filter), words);
  if (listed === 0) return null;
  return (
    <div className={styles.total}>
      {words}
      {total === undefined && (counted.isError ? 'They could not be counted' : 'Counting…')}
    </div>
  );
}

function totalWords({ count, has_more: hasMore }: AssetCount, isFiltered: boolean): string {
  if (count === 0 && isFiltered) return 'No matching assets';
  const counted = isFiltered ? countOf(count, 'matching asset') : countOf(count, 'asset');
  return hasMore ? `More than ${counted}` : counted;
}
