import type { ImportDetail, RawRecord } from '#shared/schemas/import.schema.ts';
import { isSecretHeader } from '#shared/secret-headers.ts';
import { Facts } from '../parts/Facts.tsx';
import { formatNumber } from '#shared/format.ts';
import { SidePanel } from '../parts/SidePanel.tsx';
import { cellOf } from './cell-of.ts';
import { BLANK_OR_NOT_SENT } from './unsent-words.ts';
import { CellText } from './CellText.tsx';

interface RecordPanelProps {
  record: RawRecord;
  columns: ImportDetail['columns'];
  close: () => void;
}

/** One raw record, every cell in full. */
export function RecordPanel({ record, columns, close }: RecordPanelProps) {
  return (
    <SidePanel title={`Record ${formatNumber(record.row_number)}`} close={close}>
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
