import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { endpoints } from '#shared/endpoints.ts';
import { isFocusAdrift } from '#shared/keep-focus.ts';
import type { ConflictDetail } from '#shared/schemas/conflict.schema.ts';
import { FailureNotice } from '../parts/FailureNotice.tsx';
import { Facts } from '../parts/Facts.tsx';
import { formatWord } from '../parts/format.ts';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { SidePanel } from '../parts/SidePanel.tsx';
import { TableSkeleton } from '../parts/TableSkeleton.tsx';
import { useSignedIn } from '../session/session-context.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { recordsText } from '../parts/records-text.ts';
import { SideBySide } from './SideBySide.tsx';
import { useConflict, type ConflictAddress } from './use-conflicts.ts';

const useStyles = makeStyles({
  lead: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  decided: { outlineStyle: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** One conflict: why its records are held, what they say beside what the inventory holds, and the decision. */
export function ConflictPanel({ address, close }: { address: ConflictAddress; close: () => void }) {
  const conflict = useConflict(address);
  return (
    <SidePanel title={conflict.data === undefined ? 'Conflict' : titleOf(conflict.data)} close={close} isWide>
      {conflict.data === undefined && conflict.isError && (
        <FailureNotice failure={conflict.error} retry={() => void conflict.refetch()} />
      )}
      {conflict.data === undefined && !conflict.isError && <TableSkeleton rows={4} label="Loading the conflict" />}
      {conflict.data !== undefined && <Known address={address} conflict={conflict.data} />}
    </SidePanel>
  );
}

function titleOf({ things, row_numbers: rows }: ConflictDetail): string {
  const names = [...new Set(things.map(({ name }) => name))].filter((name) => name !== '');
  return names.length === 0 ? `Held ${recordsText(rows)}` : names.slice(0, 3).join(', ');
}

function Known({ address, conflict }: { address: ConflictAddress; conflict: ConflictDetail }) {
  const styles = useStyles();
  const { may } = useSignedIn();
  const { origin, candidates } = conflict;
  const others = candidates.filter(({ asset_id: id }) => id === null);
  return (
    <>
      <div className={styles.lead}>
        <Text weight="semibold">{conflict.reason}</Text>
        <Text size={200} className={styles.quiet}>
          Held: {recordsText(conflict.row_numbers)} of <bdi>{origin.filename}</bdi>
          {origin.sheet_name !== null && ` · ${origin.sheet_name}`}
          {others.length > 0 && `. They may also be what is in ${others.map(otherText).join(', ')}`}.
        </Text>
      </div>
      <SideBySide sides={conflict.sides} />
      {conflict.decision !== null && origin.flow_status !== 'waiting_for_approval' ? (
        <Decided decision={conflict.decision} conflict={conflict} />
      ) : may(endpoints.decideConflicts.role) ? (
        <DecisionForm address={address} conflict={conflict} />
      ) : (
        <Text className={styles.quiet}>An analyst has to decide; this key may only look.</Text>
      )}
    </>
  );
}

function otherText({ row_number: row, name }: ConflictDetail['candidates'][number]): string {
  return `record ${row ?? '?'}${name === '' ? '' : ` (${name})`}`;
}

function Decided({
  decision,
  conflict,
}: {
  decision: NonNullable<ConflictDetail['decision']>;
  conflict: ConflictDetail;
}) {
  const styles = useStyles();
  const into = conflict.sides.find(({ asset_id: id }) => id !== null && id === decision.asset_id);
  const chosen = Object.entries(decision.fields).map(([field, row]) => `${formatWord(field)} from record ${row}`);
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that decided is gone: readers go on from what was decided.
    if (isFocusAdrift(document)) result.current?.focus();
  }, []);
  return (
    <div ref={result} tabIndex={-1} className={styles.decided}>
      <Facts
        facts={[
          ['Decision', formatWord(decision.action)],
          ...(decision.action === 'merge' ? [['Into', into?.name ?? 'A new asset'] as const] : []),
          ...(chosen.length > 0 ? [['Values', chosen.join(', ')] as const] : []),
          ['By', decision.decided_by],
          ['When', <RelativeTime key="when" iso={decision.decided_at} />],
        ]}
      />
    </div>
  );
}
