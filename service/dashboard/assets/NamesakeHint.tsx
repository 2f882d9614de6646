import { MessageBarBody } from '@fluentui/react-components';
import type { AssetDetail } from '#shared/schemas/asset.schema.ts';
import { Notice } from '../parts/Notice.tsx';
import { ViewLink } from '../parts/ViewLink.tsx';
import { addressOf, useView } from '../shell/location.ts';

/** That another asset is probably the same machine. Nothing is merged: both stay until somebody corrects the sheet. */
export function NamesakeHint({ namesake }: { namesake: NonNullable<AssetDetail['namesake']> }) {
  const view = useView();
  const file = <bdi>{namesake.changed_by.filename ?? 'An import that is gone'}</bdi>;
  return (
    <Notice intent="info">
      <MessageBarBody>
        {file}{' '}
        {namesake.is_newer
          ? 'is the first to list another asset of the same name, and no longer lists this one.'
          : 'is the first to list this asset, and no longer lists another one of the same name.'}{' '}
        Probably they are the same machine with another serial number; both stay in the inventory.{' '}
        <ViewLink address={addressOf(view, { item: namesake.asset_id })}>Open the other asset</ViewLink>
      </MessageBarBody>
    </Notice>
  );
}
