import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  Select,
  Skeleton,
  SkeletonItem,
  Text,
  tokens,
  Tooltip,
} from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { isDateCell } from '#shared/schemas/cell.schema.ts';
import { importCategories, type ImportCategory } from '#shared/statuses.ts';
import { FailureNotice } from '../shell/ErrorNotice.tsx';
import { progressOf } from '../shell/progress-of.ts';
import { Tick } from '../shell/Tick.tsx';
import { countOf, formatNumber } from '#shared/format.ts';
import { UNTITLED } from '#shared/pages/untitled.ts';
import { HeaderSelect, headerWords } from './HeaderSelect.tsx';
import { leftOut } from './left-out.ts';
import { MergedNotice } from './MergedNotice.tsx';
import { OtherFile } from './OtherFile.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { StruckNotice } from './StruckNotice.tsx';
import { TablesNotice } from './TablesNotice.tsx';
import { readingText } from './reading-text.ts';
import type { ReadSheet } from './understand.ts';
import type { FileChoice } from './use-file-choice.tsx';
import type { SheetState } from './use-sheet.ts';
import type { SheetSource } from '../workbook/workbook-port.ts';

const categoryNames: Readonly<Record<ImportCategory, string>> = {
  cmdb: 'CMDB export',
  'app-discovery': 'Application discovery',
  infrastructure: 'Infrastructure',
  sensitive: 'Sensitive data',
};

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalM },
  facts: { color: tokens.colorNeutralForeground2 },
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  select: { minWidth: 0 },
  from: { display: 'flex', alignItems: 'end', gap: tokens.spacingHorizontalXS },
  wide: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

/** What will be read and what was understood of it; then only what needs a decision. */
export function SheetStep({
  state,
  isFile,
  otherFile,
  isLocked,
  notice,
}: {
  state: SheetState;
  /** It does not change while it is open, unlike a workbook in Excel. */
  isFile: boolean;
  /** Absent where no other file can be chosen. */
  otherFile?: FileChoice | undefined;
  /** The sheet is on its way: what was chosen is shown and no longer changes anything. */
  isLocked: boolean;
  notice?: ReactNode;
}) {
  const styles = useStyles();
  const { sources, source, sheet } = state;
  return (
    <>
      {notice}
      {sources.length > 0 && (
        <div className={styles.from}>
          <Field
            className={styles.wide}
            label={isFile && sheet !== null ? `Read from ${sheet.facts.filename}` : 'Read from'}
          >
            <Select
              className={styles.select}
              disabled={isLocked}
              value={source?.id ?? ''}
              onChange={(_event, data) => state.chooseSource(data.value)}
            >
              {sources.map((one) => (
                <option key={one.id} value={one.id}>
                  {sourceText(one)}
                </option>
              ))}
            </Select>
          </Field>
          {!isFile && (
            <Tooltip content="Read the workbook again" relationship="label">
              <Button icon={<ArrowClockwiseRegular />} disabled={isLocked} onClick={() => void state.readAgain()} />
            </Tooltip>
          )}
        </div>
      )}
      {state.error !== null && (
        <FailureNotice
          error={state.error}
          safe="Nothing was sent."
          actions={isFile ? [] : [{ label: 'Try again', onClick: () => void state.readAgain() }]}
        />
      )}
      {state.error === null && sheet === null && <Reading state={state} />}
      {sheet !== null && <Understood state={state} sheet={sheet} isLocked={isLocked || state.isFixed} />}
      {otherFile && <OtherFile choice={otherFile} />}
    </>
  );
}

function sourceText({ kind, label, sheetName, range }: SheetSource): string {
  if (range === '') return `${sheetName} (cannot be read)`;
  if (kind === 'sheet') return `${sheetName}!${range}`;
  return `${kind === 'table' ? `Table ${label}` : label}: ${sheetName}!${range}`;
}

function Reading({ state }: { state: SheetState }) {
  if (state.source !== null && state.progress !== null) {
    const { rowsDone, rowsTotal } = state.progress;
    return (
      <Field label={readingText(state.progress)}>
        <ProgressBar {...progressOf(rowsDone, rowsTotal)} />
      </Field>
    );
  }
  return (
    <Skeleton aria-label="Reading the workbook">
      <SkeletonItem size={32} />
      <SkeletonItem size={128} />
    </Skeleton>
  );
}

function Understood({ state, sheet, isLocked }: { state: SheetState; sheet: ReadSheet; isLocked: boolean }) {
  const styles = useStyles();
  const { source, facts, headerIndex, rows, totalRows, columns, concerns } = sheet;
  const { facts: leftOutFacts, listed } = leftOut(sheet);
  const secrets = columns.filter((column) => column.isSecretLooking);
  return (
    <>
      <Text size={200} className={styles.facts}>
        {[countOf(totalRows, 'row'), ...leftOutFacts, countOf(columns.length, 'column')].join(' · ')} ·{' '}
        {headerWords(sheet)}
        {source.hiddenRowCount > 0 && ` · ${source.hiddenRowCount} hidden`}
        {facts.dateSystem === '1904' && rows.some((row) => row.some(isDateCell)) && ' · dates count from 1904'}
      </Text>
      <div className={styles.pair}>
        <Field label="Header row">
          <HeaderSelect
            sheet={sheet}
            className={styles.select}
            disabled={isLocked}
            onChoose={(header) => state.chooseHeader(header)}
          />
        </Field>
        <Field label="Kind of data">
          <Select
            className={styles.select}
            disabled={isLocked}
            value={state.category}
            onChange={(_event, data) => state.chooseCategory(data.value as ImportCategory)}
          >
            {importCategories.map((category) => (
              <option key={category} value={category}>
                {categoryNames[category]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {rows.length < totalRows && (
        <Notice
          text={`What is said of columns is about the first ${formatNumber(rows.length)} rows; the others are read as they are sent.`}
          isWarning={false}
        />
      )}
      {facts.note && <Notice text={facts.note} isWarning />}
      <TablesNotice parts={sheet.parts} isLocked={isLocked} onChoose={(part) => state.choosePart(part)} />
      <MergedNotice sheet={sheet} isLocked={isLocked} onFill={(fillsMerged) => state.chooseFill(fillsMerged)} />
      <StruckNotice sheet={sheet} isLocked={isLocked} onLeaveOut={(leavesOut) => state.chooseStruck(leavesOut)} />
      {listed !== null && <Notice text={listed} isWarning={false} />}
      {concerns.map((concern) => (
        <Notice key={concern.text} {...concern} />
      ))}
      {secrets.length > 0 && (
        <MessageBar {...UNTITLED} intent="warning" layout="multiline">
          <MessageBarBody className={styles.list}>
            <Text>These columns look like secrets. Their values stay here unless you tick them.</Text>
            {secrets.map((column) => (
              <Tick
                key={column.index}
                label={`Send the values of ${column.name}`}
                disabled={isLocked}
                checked={!state.withheld.has(column.index)}
                onChange={(_event, data) => state.setWithheld(column.index, data.checked !== true)}
              />
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
      {rows.length === 0 && (
        <Notice text="There is no row below the header. Choose another header row or another range." isWarning />
      )}
      <PreviewTable
        columns={columns}
        rows={rows}
        firstDataRow={source.firstRow + headerIndex + 1}
        withheld={state.withheld}
      />
    </>
  );
}

function Notice({ text, isWarning }: { text: string; isWarning: boolean }) {
  return (
    <MessageBar {...UNTITLED} intent={isWarning ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}
