import { useSyncExternalStore } from 'react';
import { ErrorNotice } from '../shell/ErrorNotice.tsx';
import type { AnswerWatch } from '../workbook/answer-watch.ts';

/** Says that Excel has not answered for long, and goes when it does. */
export function SilenceNotice({ answers }: { answers: AnswerWatch }) {
  const isSilent = useSyncExternalStore(answers.subscribe, answers.isSilent);
  if (!isSilent) return null;
  return (
    <ErrorNotice
      intent="warning"
      title="Excel does not answer"
      message="The pane asked for cells more than a minute ago. Nothing is lost, and what was sent is kept."
      advice="Finish editing the cell with Enter or Esc, and close dialogs that are open in Excel. The pane goes on by itself as soon as Excel answers."
    />
  );
}
