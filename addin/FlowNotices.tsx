import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { UNTITLED } from '#shared/pages/untitled.ts';
import { FailureNotice } from './shell/ErrorNotice.tsx';

interface FlowNoticesProps {
  /** The workbook remembers an import that is not here. */
  isElsewhere: boolean;
  /** Why what was asked of the flow last was not done. */
  failure: unknown;
}

/** What is said above any step. */
export function FlowNotices({ isElsewhere, failure }: FlowNoticesProps) {
  return (
    <>
      {isElsewhere && (
        <MessageBar {...UNTITLED} layout="multiline">
          <MessageBarBody>
            What was imported from this workbook before is not in this engagement: it belongs to another client or
            engagement, where it is found again, or was deleted.
          </MessageBarBody>
        </MessageBar>
      )}
      {failure !== null && <FailureNotice error={failure} safe="Your rows are stored." />}
    </>
  );
}
