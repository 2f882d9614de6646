import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { endpoints } from '#shared/endpoints.ts';
import type { ConflictDetail } from '#shared/schemas/conflict.schema.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { SidePanel } from '../parts/SidePanel.tsx';
import { useSignedIn } from '../session/session-context.ts';
import { AskedAgain } from './AskedAgain.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import { DecisionMade } from './DecisionMade.tsx';
import { heldText, recordText, type HeaderRow } from '#shared/records-text.ts';
import { SideBySide } from './SideBySide.tsx';
import { useConflict, type ConflictAddress } from './use-conflicts.ts';
import { useAnnounced } from '../parts/use-announced.ts';
import { whyOver } from './decision-over.ts';

const useStyles = makeStyles({
  lead: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** One conflict: why its records are held, what they say beside what the inventory holds, and the decision. */
export function ConflictPanel({ address, close }: { address: ConflictAddress; close: () => void }) {
  const conflict = useConflict(address);
  return (
    <SidePanel title={conflict.data === undefined ? 'Conflict' : titleOf(conflict.data)} close={close} isWide>
      <Loaded query={conflict} what="the conflict">
        {(known) => <Known address={address} conflict={known} failure={conflict.error} />}
      </Loaded>
    </SidePanel>
  );
}

function titleOf(conflict: ConflictDetail): string {
  const names = [...new Set(conflict.things.map(({ name }) => name))].filter((name) => name !== '');
  return names.length === 0 ? `Held ${heldText(conflict)}` : names.slice(0, 3).join(', ');
}

interface KnownProps {
  address: ConflictAddress;
  conflict: ConflictDetail;
  /** Of reading it again. */
  failure: unknown;
}

function Known({ address, conflict, failure }: KnownProps) {
  const styles = useStyles();
  const { may } = useSignedIn();
  const { origin, candidates } = conflict;
  // With a preview, a decision can be made anew until it is applied.
  const isUndecided = conflict.decision === null || origin.flow_status === 'waiting_for_approval';
  const over = isUndecided ? whyOver(failure, origin.flow_status) : null;
  useAnnounced(over ?? 'open', over);
  const others = candidates.filter(({ asset_id: id }) => id === null);
  return (
    <>
      <div className={styles.lead}>
        <Text weight="semibold">{conflict.reason}</Text>
        <Text size={200} className={styles.quiet}>
          Held: {heldText(conflict)} of <bdi>{origin.filename}</bdi>
          {origin.sheet_name !== null && ` · ${origin.sheet_name}`}
          {others.length > 0 &&
            `. They may also be what is in ${others.map((one) => otherText(one, conflict.header_row)).join(', ')}`}
          .
        </Text>
      </div>
      <SideBySide sides={conflict.sides} headerRow={conflict.header_row} />
      {conflict.decision?.action === 'asked_again' && <AskedAgain decision={conflict.decision} />}
      {conflict.decision !== null && conflict.decision.action !== 'asked_again' && (
        <DecisionMade address={address} decision={conflict.decision} conflict={conflict} />
      )}
      {over !== null && <Text weight="semibold">{over}</Text>}
      {isUndecided &&
        over === null &&
        (may(endpoints.decideConflicts.role) ? (
          <DecisionForm address={address} conflict={conflict} />
        ) : (
          <Text className={styles.quiet}>An analyst has to decide; this key may only look.</Text>
        ))}
    </>
  );
}

function otherText({ row_number: row, name }: ConflictDetail['candidates'][number], headerRow: HeaderRow): string {
  return `${row === null ? 'a record' : recordText(row, headerRow)}${name === '' ? '' : ` (${name})`}`;
}
