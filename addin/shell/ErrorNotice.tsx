import { useState } from 'react';
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { describeFailure } from './describe-failure.ts';
import { ProblemList } from './ProblemList.tsx';

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  part: { display: 'block' },
  request: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, overflowWrap: 'anywhere' },
  requestId: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

export interface NoticeAction {
  label: string;
  act: () => void;
}

/** A failure where it occurred: what happened, what is safe, what to do, and the request id to copy. */
export function ErrorNotice({ error, actions = [] }: { error: unknown; actions?: readonly NoticeAction[] }) {
  const styles = useStyles();
  const failure = describeFailure(error);
  return (
    <MessageBar intent="error" layout="multiline" role="alert" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle className={styles.part}>{failure.title}</MessageBarTitle>
        {failure.detail !== '' && <span className={styles.part}>{failure.detail}</span>}
        {failure.safe !== null && <span className={styles.part}>{failure.safe}</span>}
        {failure.advice !== null && <span className={styles.part}>{failure.advice}</span>}
        {failure.problems.length > 0 && <ProblemList problems={failure.problems} total={failure.problemsTotal} />}
        {failure.requestId !== null && <RequestId id={failure.requestId} />}
      </MessageBarBody>
      {actions.length > 0 && (
        <MessageBarActions>
          {actions.map((action) => (
            <Button key={action.label} size="small" onClick={action.act}>
              {action.label}
            </Button>
          ))}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function RequestId({ id }: { id: string }) {
  const styles = useStyles();
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = () => {
    navigator.clipboard.writeText(id).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <span className={styles.request}>
      Request <span className={styles.requestId}>{id}</span>
      <Button
        appearance="transparent"
        size="small"
        icon={<CopyRegular />}
        aria-label="Copy request id"
        onClick={copy}
      />
      <span role="status">
        {state === 'copied' ? 'Copied' : state === 'refused' ? 'Select the id and copy it by hand' : ''}
      </span>
    </span>
  );
}
