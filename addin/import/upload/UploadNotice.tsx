import { Button, Field, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { pace, paceWords, rowsOf } from '#shared/pages/pace.ts';
import { formatMoment } from '../../shell/format.ts';
import { progressOf } from '../../shell/progress-of.ts';
import type { RunProgress, UploadState } from './use-upload.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  // Moved twice a second, it would else be laid out and painted for most of each second, while the page reads cells.
  bar: { transitionDuration: '0s' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface UploadNoticeProps {
  upload: UploadState;
  /** Whether the rows to go on with are the ones in sight. */
  canResume: boolean;
  onResume(): void;
}

/** A large sheet on its way: rows done, rate, time left, and what can be done about it. */
export function UploadNotice({ upload, canResume, onResume }: UploadNoticeProps) {
  const styles = useStyles();
  const { phase, pointer } = upload;
  if (phase === 'none' || pointer === null) return null;
  const isInterrupted = phase === 'interrupted';
  return (
    <div className={styles.box} role="group" aria-label="Upload">
      {isInterrupted && (
        <Text>
          An import of {pointer.sheetName}!{pointer.range} was interrupted.
          {upload.keptUntil !== null && ` What has arrived is kept until ${formatMoment(upload.keptUntil)}.`}
          {!canResume && ' Choose this sheet again to go on.'}
        </Text>
      )}
      <Bar upload={upload} />
      {!upload.isKept && (
        <Text>Excel keeps no note of it in this workbook: once the pane is closed, it cannot be continued.</Text>
      )}
      <div className={styles.actions}>
        {phase === 'sending' && <Button onClick={() => upload.pause()}>Pause</Button>}
        {phase === 'paused' && (
          <Button appearance="primary" onClick={() => upload.goOn()}>
            Go on
          </Button>
        )}
        {isInterrupted && (
          <Button appearance="primary" disabled={!canResume} onClick={onResume}>
            Continue the import
          </Button>
        )}
        {phase !== 'publishing' && (
          <Button onClick={() => void upload.cancel()}>{isInterrupted ? 'Discard it' : 'Cancel'}</Button>
        )}
      </div>
    </div>
  );
}

const CLOCK_MS = 500;

/** Looks at the clock and at how far it is; nothing else of the page is drawn again for it. */
function Bar({ upload: { phase, findProgress } }: { upload: UploadState }) {
  const [seen, setSeen] = useState(() => ({ now: Date.now(), progress: findProgress() }));
  useEffect(() => {
    const timer = setInterval(() => setSeen({ now: Date.now(), progress: findProgress() }), CLOCK_MS);
    return () => clearInterval(timer);
  }, [findProgress]);
  const styles = useStyles();
  if (phase === 'publishing')
    return (
      <Field label="Storing the import">
        <ProgressBar />
      </Field>
    );
  if (seen.progress === null) return null;
  const { rowsDone, rowsTotal, retriedFor } = seen.progress;
  return (
    <Field
      label={`${rowsOf(rowsDone, rowsTotal)}${phase === 'sending' ? paceOf(seen.progress, seen.now) : phase === 'paused' ? ' · paused' : ''}`}
      hint={phase === 'sending' && retriedFor !== null ? `Waiting to send rows again. ${retriedFor}` : null}
    >
      <ProgressBar {...progressOf(rowsDone, rowsTotal)} bar={{ className: styles.bar }} />
    </Field>
  );
}

/** ` · 21,400 rows/s · 41 s left`; empty until there is something to count on. */
function paceOf({ rowsDone, rowsTotal, rowsBefore, startedAt }: RunProgress, now: number): string {
  const speed = pace(rowsDone - rowsBefore, rowsTotal - rowsBefore, now - startedAt);
  return speed === null ? '' : ` · ${paceWords(speed)}`;
}
