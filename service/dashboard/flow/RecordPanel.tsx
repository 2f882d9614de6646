import { sentence } from '#shared/field-label.ts';
import type { ImportDetail, RawRecord } from '#shared/schemas/import.schema.ts';
import { isSecretHeader } from '#shared/secret-headers.ts';
import { Facts } from '../parts/Facts.tsx';
import { recordText, type HeaderRow } from '#shared/records-text.ts';
import { SidePanel } from '../parts/SidePanel.tsx';
import { cellOf } from './cell-of.ts';
import { BLANK_OR_NOT_SENT } from './unsent-words.ts';
import { CellText } from './CellText.tsx';

interface RecordPanelProps {
  record: RawRecord;
  columns: ImportDetail['columns'];
  headerRow: HeaderRow;
  close: () => void;
}

/** One raw record, every cell in full. */
export function RecordPanel({ record, columns, headerRow, close }: RecordPanelProps) {
  return (
    <SidePanel title={sentence(recordText(record.row_number, headerRow))} close={close}>
      <Facts
        facts={columns.map((column) => [
          column.key,
          <CellText
            key={column.index}
            cell={cellOf(record, column.key)}
            blank={isSecretHeader(column.header) ? BLANK_OR_NOT_SENT : 'blank'}
          />,
        ])}
      />
    </SidePanel>
  );
}
