import { Input, Field, makeStyles, MessageBarBody, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { filledWords } from '#shared/pages/filled-words.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import type { ImportDetail } from '#shared/schemas/import.schema.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { countOf, formatDay, formatNumber } from '#shared/format.ts';
import { UNTITLED } from '#shared/pages/untitled.ts';
import { ListState } from '../parts/ListState.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Notice } from '../parts/Notice.tsx';
import type { Tenant } from '../session/session-context.ts';
import { addressOf, go, useView } from '../shell/location.ts';
import { RecordGrid } from './RecordGrid.tsx';
import { placeNumber, placeWord, type HeaderRow } from '#shared/records-text.ts';
import { recordNumberOf } from './record-number.ts';
import { RecordPanel } from './RecordPanel.tsx';
import { headerRowOf, useImport, useRecords } from './use-flow-lists.ts';

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minHeight: 0, flexGrow: 1 },
  bar: { display: 'flex', alignItems: 'flex-end', gap: tokens.spacingHorizontalL, flexWrap: 'wrap' },
  facts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  row: { maxWidth: '10rem' },
});

/** The rows exactly as they were sent, never altered since. */
export function RecordsTab({ tenant, flow }: { tenant: Tenant; flow: Flow }) {
  const detail = useImport(tenant, flow.data_import_id);
  return (
    <Loaded query={detail} what="raw records">
      {(known) =>
        known.raw_removed_at === null ? (
          <Records tenant={tenant} detail={known} />
        ) : (
          <Removed at={known.raw_removed_at} total={known.total_records} />
        )
      }
    </Loaded>
  );
}

interface RecordsProps {
  tenant: Tenant;
  detail: ImportDetail;
}

function Records({ tenant, detail }: RecordsProps) {
  const styles = useStyles();
  const view = useView();
  const headerRow = headerRowOf(detail);
  // A link to a record finds it however far down it stands.
  const [rowText, setRowText] = useState(() => rowTextOf(view.item, headerRow));
  const typed = recordNumberOf(rowText);
  const { columns, total_records: total, range } = detail;
  const first = placeNumber(1, headerRow);
  const rowNumber = typed === null || typed < first ? null : typed - first + 1;
  const filled = filledWords(detail);
  return (
    <div className={styles.tab}>
      {filled !== null && (
        <Notice {...UNTITLED} intent="info" layout="multiline">
          <MessageBarBody>{filled}</MessageBarBody>
        </Notice>
      )}
      <div className={styles.bar}>
        <Field
          label={`Go to ${placeWord(headerRow)}`}
          size="small"
          className={styles.row}
          {...(rowText.trim() !== '' && rowNumber === null
            ? {
                validationMessage: `Write a number from ${formatNumber(first)} to ${formatNumber(placeNumber(total, headerRow))}.`,
              }
            : {})}
        >
          <Input size="small" inputMode="numeric" value={rowText} onChange={(_event, { value }) => setRowText(value)} />
        </Field>
        <span className={styles.facts}>
          {countOf(total, 'row')} · {countOf(columns.length, 'column')}
          {range === null ? '' : ` · ${range}`}
          {headerRow === null && ' · record 1 is the first row below the header'}
        </span>
      </div>
      <Rows tenant={tenant} detail={detail} rowNumber={rowNumber} />
    </div>
  );
}

function rowTextOf(item: string | null, headerRow: HeaderRow): string {
  const record = recordNumberOf(item ?? '');
  return record === null ? '' : String(placeNumber(record, headerRow));
}

function Removed({ at, total }: { at: string; total: number }) {
  const detail = `${countOf(total, 'row')} of this import were removed on ${formatDay(at)}, after the retention time of withdrawn imports.`;
  return <EmptyState title="The raw records are removed" detail={detail} />;
}

function Rows({ tenant, detail, rowNumber }: RecordsProps & { rowNumber: number | null }) {
  const view = useView();
  const records = useRecords(tenant, detail.data_import_id, rowNumber);
  const headerRow = headerRowOf(detail);
  const opened = records.data?.find((record) => String(record.row_number) === view.item);
  return (
    <ListState
      query={records}
      what="raw records"
      empty={
        <EmptyState
          title={`No such ${placeWord(headerRow)}`}
          detail={`The import has ${placeWord(headerRow)}s ${formatNumber(placeNumber(1, headerRow))} to ${formatNumber(placeNumber(detail.total_records, headerRow))}.`}
        />
      }
    >
      {(items) => (
        <>
          <RecordGrid
            columns={detail.columns}
            headerRow={headerRow}
            records={items}
            total={detail.total_records}
            loadMore={records.isLoadingMore ? undefined : records.loadMore}
          />
          {opened && (
            <RecordPanel
              record={opened}
              columns={detail.columns}
              headerRow={headerRow}
              close={() => go(addressOf(view, { item: null }), 'replace')}
            />
          )}
        </>
      )}
    </ListState>
  );
}
