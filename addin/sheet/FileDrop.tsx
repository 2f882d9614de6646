import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { DocumentTableRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { FailureNotice } from '../shell/ErrorNotice.tsx';
import { WorkbookError, type WorkbookPort } from '../workbook/workbook-port.ts';
import { ReadingFile } from './ReadingFile.tsx';
import { useFileChoice } from './use-file-choice.tsx';

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    textAlign: 'center',
    paddingBlock: tokens.spacingVerticalXXXL,
    paddingInline: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThick} dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  over: {
    backgroundColor: tokens.colorBrandBackground2,
    borderBottomColor: tokens.colorBrandStroke1,
    borderTopColor: tokens.colorBrandStroke1,
    borderLeftColor: tokens.colorBrandStroke1,
    borderRightColor: tokens.colorBrandStroke1,
  },
  icon: { fontSize: tokens.fontSizeHero900, color: tokens.colorBrandForeground1 },
});

/** Reading one of them would leave the others out without a word. */
function severalFiles(count: number): WorkbookError {
  const message = `These are ${count} files, and each is an import of its own.`;
  return new WorkbookError('unsupported_file', message, 'Drop one, and the next when it is imported.');
}

/** Where there is no Excel: a file instead of the open workbook. It is read here and never uploaded as a file. */
export function FileDrop({ onOpen }: { onOpen(workbook: WorkbookPort): void }) {
  const styles = useStyles();
  const [isOver, setIsOver] = useState(false);
  const { choose, open, cancel, fail, reading, error, input } = useFileChoice(onOpen);
  const zone = useRef<HTMLElement>(null);
  const stopReading = (): void => {
    flushSync(cancel);
    zone.current?.querySelector('button')?.focus();
  };
  return (
    <>
      <section
        ref={zone}
        aria-label="Choose a file"
        className={mergeClasses(styles.zone, isOver && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          if (reading !== null) return;
          const { files } = event.dataTransfer;
          if (files.length > 1) fail(severalFiles(files.length));
          else void open(files[0]);
        }}
      >
        <DocumentTableRegular className={styles.icon} aria-hidden />
        {reading === null ? (
          <>
            <Text as="h3" weight="semibold" style={{ margin: 0 }}>
              Drop a CMDB export here
            </Text>
            <Text size={200}>
              .xlsx, .xlsm, .csv or .tsv, read on this computer. Inside Excel, the add-in reads the open sheet instead.
            </Text>
            <Button appearance="primary" onClick={choose}>
              Choose a file
            </Button>
          </>
        ) : (
          <ReadingFile name={reading} onCancel={stopReading} />
        )}
        {input}
      </section>
      {error !== null && <FailureNotice error={error} safe="Nothing was sent." />}
    </>
  );
}
