import { Button, Field, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { countOf, formatDuration, formatNumber } from '#shared/format.ts';
import { pace } from '../../shell/format.ts';
import type { UploadState } from './use-upload.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
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
          An import of {pointer.sheetName}!{pointer.range} was interrupted. What has arrived is kept for a day.
          {!canResume && ' Choose this sheet again to go on.'}
        </Text>
      )}
      <Bar upload={upload} />
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

function Bar({ upload: { phase, progress, run } }: { upload: UploadState }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), CLOCK_MS);
    return () => clearInterval(timer);
  }, []);
  if (progress === null) return null;
  const { rowsDone, rowsTotal } = progress;
  const speed =
    run === null || phase !== 'sending'
      ? null
      : pace(rowsDone - run.rowsBefore, rowsTotal - run.rowsBefore, now - run.startedAt);
  const left =
    speed === null
      ? ''
      : ` · ${formatNumber(Math.round(speed.perSecond))} rows/s · ${formatDuration(speed.leftMs)} left`;
  const what =
    phase === 'publishing' ? 'Storing the import' : `${formatNumber(rowsDone)} of ${countOf(rowsTotal, 'row')}`;
  return (
    <Field label={`${what}${phase === 'paused' ? ' · paused' : left}`}>
      <ProgressBar value={rowsTotal === 0 ? 0 : rowsDone / rowsTotal} />
    </Field>
  );
}
