import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { ApiFailure } from '#shared/call-endpoint.ts';
import type { ProblemItem } from '#shared/api-error.ts';
import { failureWords } from '#shared/pages/failure-words.ts';
import { useAccess } from '../connect/access.ts';
import { WorkbookError, type WorkbookErrorCode } from '../workbook/workbook-port.ts';
import { Politely, WhenHeard } from './Politely.tsx';
import { CopyLink } from './CopyLink.tsx';
import { ShowMore } from './ShowMore.tsx';

export interface NoticeAction {
  label: string;
  /** What there is to do; nothing else beside it is. */
  isPrimary?: boolean;
  isDisabled?: boolean;
  onClick(): void;
}

interface NoticeProps {
  title: string;
  message: string;
  /** What to do now. */
  advice?: string;
  requestId?: string | undefined;
  problems?: readonly ProblemItem[];
  problemsTotal?: number;
  actions?: readonly NoticeAction[];
  intent?: 'error' | 'warning' | 'info';
}

const PROBLEMS_SHOWN = 20;

const useStyles = makeStyles({
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere', paddingBlock: tokens.spacingVerticalS },
  part: { display: 'block', marginTop: tokens.spacingVerticalXS },
  problems: { marginBlock: tokens.spacingVerticalXS, paddingInlineStart: tokens.spacingHorizontalXL },
});

/** Says what happened, what is safe and what to do; stands where it happened. */
export function ErrorNotice({
  title,
  message,
  advice,
  requestId,
  problems = [],
  problemsTotal,
  actions = [],
  intent = 'error',
}: NoticeProps) {
  const styles = useStyles();
  const [shown, setShown] = useState(PROBLEMS_SHOWN);
  const list = useRef<HTMLUListElement>(null);
  const total = problemsTotal ?? problems.length;
  const said = (
    <>
      <MessageBarTitle>{title}</MessageBarTitle>
      <Text className={styles.part}>{message}</Text>
      {problems.length > 0 && (
        <ul ref={list} className={styles.problems}>
          {problems.slice(0, shown).map((problem, index) => (
            <li key={index}>{placeOf(problem) + problem.message}</li>
          ))}
        </ul>
      )}
      <ShowMore
        list={list}
        shown={Math.min(shown, problems.length)}
        one="problem"
        label={shown < problems.length ? `Show more of ${total} problems` : null}
        onMore={() => setShown(shown + 100)}
      />
      {advice && <Text className={styles.part}>{advice}</Text>}
      {requestId && (
        <Text className={styles.part}>
          Request <CopyLink text={requestId} what="request id" />
        </Text>
      )}
    </>
  );
  const bar = (
    <MessageBar intent={intent} layout="multiline" {...(intent === 'error' && { role: 'alert' })}>
      <MessageBarBody className={styles.body}>{intent === 'error' ? said : <Politely>{said}</Politely>}</MessageBarBody>
      {actions.length > 0 && (
        <MessageBarActions>
          {actions.map((action) => (
            <Button
              key={action.label}
              size="small"
              appearance={action.isPrimary ? 'primary' : 'secondary'}
              disabledFocusable={action.isDisabled ?? false}
              onClick={action.onClick}
            >
              {action.label}
            </Button>
          ))}
        </MessageBarActions>
      )}
    </MessageBar>
  );
  return intent === 'error' ? <WhenHeard>{bar}</WhenHeard> : bar;
}

const CHANGE_KEY = 'Enter a key that is valid; client and engagement stay as they are.';

interface FailureNoticeProps {
  error: unknown;
  /** What is not lost. */
  safe: string;
  actions?: readonly NoticeAction[];
  /** What to do about a refused key, where the form for it is open. */
  keyAdvice?: string;
}

/** The notice for anything that was thrown. */
export function FailureNotice({ error, safe, actions, keyAdvice = CHANGE_KEY }: FailureNoticeProps) {
  const { replaceKey } = useAccess();
  const words = describeFailure(error, keyAdvice);
  const isKeyRefused = error instanceof ApiFailure && error.status === 401;
  const offered =
    isKeyRefused && replaceKey !== null ? [{ label: 'Enter another key', onClick: replaceKey }] : (actions ?? []);
  return <ErrorNotice {...words} message={`${words.message} ${safe}`} actions={offered} />;
}

const workbookTitles: Readonly<Partial<Record<WorkbookErrorCode, string>>> = {
  sheet_changed: 'The sheet has changed',
  not_kept: 'The workbook keeps no note of this import',
};

function describeFailure(error: unknown, keyAdvice: string): NoticeProps {
  if (error instanceof WorkbookError)
    return {
      title: workbookTitles[error.code] ?? 'The sheet could not be read',
      message: error.message,
      advice: error.advice,
      intent: error.code === 'not_kept' ? 'warning' : 'error',
    };
  const { title, message, advice, requestId } = failureWords(error, 'pane');
  const problem = error instanceof ApiFailure ? error.problem : null;
  const way = problem?.status === 401 ? keyAdvice : advice;
  return {
    title,
    message,
    ...(way !== null && { advice: way }),
    ...(requestId !== null && { requestId }),
    ...(problem?.problems && { problems: problem.problems }),
    ...(problem?.problems_total !== undefined && { problemsTotal: problem.problems_total }),
  };
}

function placeOf({ row, column }: ProblemItem): string {
  if (row === null && column === null) return '';
  return `${[row === null ? '' : `Row ${row}`, column === null ? '' : `column ${column}`].filter((part) => part !== '').join(', ')}: `;
}
