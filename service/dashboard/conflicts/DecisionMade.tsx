import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Fragment, useEffect, useRef } from 'react';
import { countOf } from '#shared/format.ts';
import { isFocusAdrift } from '#shared/pages/keep-focus.ts';
import type { ConflictDetail } from '#shared/schemas/conflict.schema.ts';
import { Facts } from '../parts/Facts.tsx';
import { formatWord } from '../parts/format.ts';
import { recordText } from '#shared/records-text.ts';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { goOnPlainClick, ViewLink } from '../parts/ViewLink.tsx';
import { addressOf, noFilter, useView } from '../shell/location.ts';
import { decidedAssets, type DecidedAsset } from './decided-assets.ts';
import { nameToldApart } from './told-apart.ts';
import type { ConflictAddress } from './use-conflicts.ts';
import { useNextConflict } from './use-next-conflict.ts';

const useStyles = makeStyles({
  next: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  decided: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, outlineStyle: 'none' },
});

interface DecisionMadeProps {
  address: ConflictAddress;
  conflict: ConflictDetail;
  decision: NonNullable<ConflictDetail['decision']>;
}

/** What was decided, the assets that came of it, and the way on to what is still to be decided. */
export function DecisionMade({ address, conflict, decision }: DecisionMadeProps) {
  const styles = useStyles();
  const into = conflict.candidates.find(({ asset_id: id }) => id !== null && id === decision.asset_id);
  const intoName =
    into === undefined || into.asset_id === null
      ? 'A new asset'
      : nameToldApart({ asset_id: into.asset_id, name: into.name }, conflict);
  const chosen = Object.entries(decision.fields).map(
    ([field, row]) =>
      `${formatWord(field)} ${row === null ? 'as the asset had it' : `from ${recordText(row, conflict.header_row)}`}`,
  );
  const isCarriedOut = conflict.origin.flow_status !== 'waiting_for_approval';
  const assets = isCarriedOut ? decidedAssets(conflict, decision) : [];
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that decided is gone: readers go on from what was decided.
    if (isFocusAdrift(document)) result.current?.focus();
  }, []);
  return (
    <div
      ref={result}
      role="group"
      aria-label={`Decided: ${formatWord(decision.action)}`}
      tabIndex={-1}
      className={styles.decided}
    >
      <Facts
        facts={[
          ['Decision', formatWord(decision.action)],
          ...(decision.action === 'merge' ? [['Into', intoName] as const] : []),
          ...(chosen.length > 0 ? [['Values', chosen.join(', ')] as const] : []),
          ['By', decision.decided_by],
          ['When', <RelativeTime key="when" iso={decision.decided_at} />],
          ...(assets.length > 0 ? [['Now in', <AssetLinks key="assets" assets={assets} />] as const] : []),
        ]}
      />
      <Next conflict={address} />
    </div>
  );
}

function AssetLinks({ assets }: { assets: readonly DecidedAsset[] }) {
  const view = useView();
  return assets.map(({ name, id }, at) => (
    <Fragment key={id ?? name}>
      {at > 0 && ', '}
      <ViewLink
        address={addressOf(view, { ...noFilter, page: 'assets', ...(id === null ? { search: name } : { item: id }) })}
      >
        <bdi>{name}</bdi>
      </ViewLink>
    </Fragment>
  ));
}

function Next({ conflict }: { conflict: ConflictAddress }) {
  const styles = useStyles();
  const view = useView();
  const { next, left, isKnown } = useNextConflict(conflict, view.dataImport);
  if (!isKnown) return null;
  if (next === null) return <Text>No other conflict is left to decide.</Text>;
  const address = addressOf(view, { item: next });
  return (
    <div className={styles.next}>
      <Button as="a" appearance="primary" href={address} onClick={(event) => goOnPlainClick(event, address)}>
        Next conflict
      </Button>
      {left !== undefined && <Text>{countOf(left, 'conflict')} left to decide</Text>}
    </div>
  );
}
