import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components';
import { formatWord } from '#shared/field-label.ts';
import { formatDuration } from '#shared/format.ts';
import { quietMs } from '#shared/pages/quiet-flow.ts';
import { mayReopenMappings } from '#shared/may-reopen-mappings.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { isApproved } from '#shared/pages/column-standing.ts';
import { LOOK_ONLY, useAccess } from '../connect/access.ts';
import { ErrorNotice, type NoticeAction } from '../shell/ErrorNotice.tsx';
import { Politely } from '../shell/Politely.tsx';
import { phaseWord } from '#shared/phase-words.ts';
import { UNTITLED } from '#shared/pages/untitled.ts';

export interface StandingActions {
  /** Something was asked of the flow that it does not show yet. */
  isActing: boolean;
  onResume(): void;
  onReopen(): void;
  /** Asks before it deletes. */
  onDelete(): void;
  onLeave(): void;
}

const TRY_AGAIN = 'Try again runs on from this phase. If it fails again, tell an admin what is said here.';
const APPLY = 'Apply the changes, change the mappings, or delete the import.';

const useStyles = makeStyles({ sentence: { whiteSpace: 'normal', paddingBlock: tokens.spacingVerticalS } });

interface StandingProps {
  flow: Flow;
  failedAt: string | null;
  actions: StandingActions;
  /** Of the last look, ms. */
  now: number;
}

/** Why the flow is where it is, when the phases alone do not say it, and what can be done about it. */
export function StandingNotice({ flow, failedAt, actions, now }: StandingProps) {
  const styles = useStyles();
  const { mayChange } = useAccess();
  const quiet = quietMs(flow, now);
  const allowed = (...offered: NoticeAction[]): NoticeAction[] =>
    mayChange ? offered.map((action) => ({ ...action, isDisabled: actions.isActing })) : [];
  const advice = (words: string): string => (mayChange ? words : LOOK_ONLY);
  const deletion: NoticeAction = { label: 'Delete import', onClick: () => actions.onDelete() };
  const ending: NoticeAction[] = mayReopenMappings(flow)
    ? [{ label: 'Change mappings', onClick: () => actions.onReopen() }, deletion]
    : [deletion];
  switch (flow.status) {
    case 'failed':
      return (
        <Failed
          flow={flow}
          at={failedAt}
          advice={advice(TRY_AGAIN)}
          actions={allowed({ label: 'Try again', isPrimary: true, onClick: () => actions.onResume() }, ...ending)}
        />
      );
    case 'paused':
      return (
        <ErrorNotice
          intent="warning"
          title="This import is paused"
          message="No agent works on it. What was done so far is kept."
          advice={advice('Resume it to run on from where it stopped.')}
          actions={allowed({ label: 'Resume', isPrimary: true, onClick: () => actions.onResume() }, ...ending)}
        />
      );
    case 'waiting_for_approval':
      return isApproved(flow) ? (
        <MessageBar {...UNTITLED} layout="multiline">
          <MessageBarBody className={styles.sentence}>
            <Politely>Nothing is written yet. {advice(APPLY)}</Politely>
          </MessageBarBody>
          {mayChange && (
            <MessageBarActions>
              <Button size="small" disabledFocusable={actions.isActing} onClick={() => actions.onDelete()}>
                Delete import
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      ) : null;
    case 'deleted':
    case 'cancelled':
      return <Ended isWithdrawn={flow.status === 'cancelled'} onLeave={() => actions.onLeave()} />;
    case 'running':
    case 'initialized':
      return quiet === null ? (
        <MessageBar {...UNTITLED} layout="multiline">
          <MessageBarBody>
            {flow.withdrawal !== null
              ? 'You can close this pane; the withdrawal goes on.'
              : 'You can close this pane; the import goes on.'}
          </MessageBarBody>
        </MessageBar>
      ) : (
        <>
          <ErrorNotice
            intent="warning"
            title="There is no news of this import"
            message="Your rows are stored. It goes on by itself as soon as a worker takes it."
            advice="If it stays like this, tell your admin that no worker may be running. You can close this pane."
          />
          {/* Beside the notice, which would be read out each second. */}
          <Text size={200}>No news for {formatDuration(quiet)}</Text>
        </>
      );
    case 'completed':
      return null;
    default:
      return (
        <ErrorNotice
          intent="warning"
          title={formatWord(flow.status)}
          message="The service says this of the import. It was updated since this pane was opened, which does not know it. Your rows are stored."
          advice="Reload the pane."
        />
      );
  }
}

function Ended({ isWithdrawn, onLeave }: { isWithdrawn: boolean; onLeave: () => void }) {
  const message = isWithdrawn
    ? 'The inventory is as if it had never been imported. Its raw records stay for as long as the service keeps those of withdrawn imports.'
    : 'Its agents were stopped. The raw records it stored are kept.';
  return (
    <ErrorNotice
      intent="warning"
      title={`This import was ${isWithdrawn ? 'withdrawn' : 'deleted'}`}
      message={message}
      advice="Import the sheet again, or another one."
      actions={[{ label: 'Back to the sheet', isPrimary: true, onClick: onLeave }]}
    />
  );
}

interface FailedProps {
  flow: Flow;
  at: string | null;
  advice: string;
  actions: readonly NoticeAction[];
}

function Failed({ flow: { error }, at, advice, actions }: FailedProps) {
  if (error === null) return null;
  return (
    <ErrorNotice
      title={`${phaseWord(error.phase)} failed${at === null ? '' : ` at ${at}`}`}
      message={`${error.message} Your rows are stored; nothing is lost.`}
      advice={advice}
      actions={actions}
    />
  );
}
