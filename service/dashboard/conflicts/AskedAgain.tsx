import { Text } from '@fluentui/react-components';
import type { ConflictDetail } from '#shared/schemas/conflict.schema.ts';
import { ViewLink } from '../parts/ViewLink.tsx';
import { addressOf, useView } from '../shell/location.ts';

/** Where a conflict is to be decided that a newer import of the sheet has too. */
export function AskedAgain({ decision }: { decision: NonNullable<ConflictDetail['decision']> }) {
  const view = useView();
  const address = addressOf(view, { decision: null, dataImport: decision.asked_by_import_id, item: null });
  return (
    <Text>
      A newer file asks this again:{' '}
      <ViewLink address={address}>
        <bdi>{decision.decided_by}</bdi>
      </ViewLink>
      . It is decided there.
    </Text>
  );
}
