import {
  Button,
  makeStyles,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { describeFailure } from './describe-failure.ts';
import { Notice } from './Notice.tsx';
import { ShortId } from './ShortId.tsx';

const useStyles = makeStyles({
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere', paddingBlock: tokens.spacingVerticalXS },
  request: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

/** What went wrong, where it went wrong. */
export function FailureNotice({ failure, retry }: { failure: unknown; retry?: (() => void) | undefined }) {
  const styles = useStyles();
  const words = describeFailure(failure);
  return (
    <Notice intent={words.kind === 'refused' ? 'warning' : 'error'} layout="multiline" role="alert">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{words.title}</MessageBarTitle>
        {words.message} {words.advice}
        {words.requestId !== null && (
          <span className={styles.request}>
            Request <ShortId id={words.requestId} what="request id" />
          </span>
        )}
      </MessageBarBody>
      {retry && words.mayPass && (
        <MessageBarActions>
          <Button size="small" onClick={retry}>
            Try again
          </Button>
        </MessageBarActions>
      )}
    </Notice>
  );
}
