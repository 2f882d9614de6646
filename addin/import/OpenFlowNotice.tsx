import type { ExistingFlow } from '#shared/api-error.ts';
import { formatAgo } from '#shared/format.ts';
import { isWithdrawing } from '#shared/is-withdrawing.ts';
import { ownDirection } from '#shared/own-direction.ts';
import { mayHaveWritten } from '#shared/pages/may-have-written.ts';
import { serverNow } from '#shared/server-clock.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { ErrorNotice } from '../shell/ErrorNotice.tsx';
import { DeleteImportDialog } from './DeleteImportDialog.tsx';
import { standing } from './standing.ts';
import type { EndedFlow } from './use-flow-in-the-way.ts';
import { useQuestion } from '../use-question.ts';

interface OpenFlowProps {
  connection: PaneConnection;
  /** Null when none is in the way. */
  flow: ExistingFlow | null;
  /** The one that was in the way until it ended. */
  ended: EndedFlow | null;
  onContinue(flow: ExistingFlow): void;
  onDelete(flow: ExistingFlow, isForgetting: boolean): void;
}

/**
 * An import is still open for this engagement: go to it, or delete it after its impact was shown. Neither is asked any more
 * once it has ended.
 */
export function OpenFlowNotice({ connection, flow, ended, onContinue, onDelete }: OpenFlowProps) {
  const deletion = useQuestion<ExistingFlow>(flow?.flow_id);
  return (
    <>
      {flow !== null && (
        <ErrorNotice
          intent="warning"
          title="An import is still open for this engagement"
          message={`"${ownDirection(flow.filename)}" (${standing(flow)}) was last active ${formatAgo(flow.last_activity, serverNow())}. Your sheet was not sent.`}
          advice={
            isWithdrawing(flow)
              ? 'It is being withdrawn. Continue with it, and import this sheet when it is done.'
              : 'Continue with that import, or delete it and import this sheet.'
          }
          actions={[
            { label: 'Continue', isPrimary: true, onClick: () => onContinue(flow) },
            ...(isWithdrawing(flow) ? [] : [{ label: 'Delete', onClick: () => deletion.ask(flow) }]),
          ]}
        />
      )}
      {ended !== null && (
        <ErrorNotice
          intent="info"
          title="The other import has ended"
          message={`"${ended.filename}" is ${ended.outcome}. Your sheet was not sent.`}
          advice="Nothing is in its way any more: import it now."
        />
      )}
      {/* Beside the notice, and there until it has closed, as in ImportFlow. */}
      {deletion.about !== null && (
        <DeleteImportDialog
          key={deletion.key}
          connection={connection}
          flow={deletion.about}
          isWritten={mayHaveWritten(deletion.about)}
          isOpen={deletion.isOpen}
          onClose={deletion.close}
          onDelete={(isForgetting) => {
            deletion.close();
            if (deletion.about !== null) onDelete(deletion.about, isForgetting);
          }}
        />
      )}
    </>
  );
}
