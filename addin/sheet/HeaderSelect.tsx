import { Select } from '@fluentui/react-components';
import type { HeaderChoice } from './header-choice.ts';
import type { ReadSheet } from './understand.ts';

/** Rows offered: headers further down are rare. */
const ROWS_OFFERED = 100;

/** `header in rows 1–2`, or that there is none. */
export function headerWords(sheet: ReadSheet): string {
  return sheet.headerRowCount === 0
    ? 'no header row'
    : `header in ${headerPlace(sheet.source.firstRow, headerOf(sheet))}`;
}

/** `row 5`, `rows 1–2`: where the header stands in the sheet. */
function headerPlace(firstRow: number, { index, rows }: HeaderChoice): string {
  const last = firstRow + index;
  return rows > 1 ? `rows ${last - rows + 1}–${last}` : `row ${last}`;
}

const headerOf = ({ headerIndex, headerRowCount }: ReadSheet): HeaderChoice => ({
  index: headerIndex,
  rows: headerRowCount,
});

interface HeaderSelectProps {
  sheet: ReadSheet;
  className: string;
  disabled: boolean;
  onChoose(header: HeaderChoice): void;
}

/** Any of the first rows, the two that are one header, or none. Typing a number goes to its row. */
export function HeaderSelect({ sheet, onChoose, ...select }: HeaderSelectProps) {
  const { source, headerPair, headerIndex } = sheet;
  const last = Math.min(source.rowCount, Math.max(ROWS_OFFERED, headerIndex + 1));
  const choices: HeaderChoice[] = [
    ...(headerPair === null ? [] : [headerPair]),
    ...Array.from({ length: last }, (_, index) => ({ index, rows: 1 })),
  ];
  return (
    <Select
      {...select}
      value={valueOf(headerOf(sheet))}
      onChange={(_event, { value }) => {
        const [index = 0, rows = 1] = value.split(':').map(Number);
        onChoose({ index, rows });
      }}
    >
      {choices.map((choice) => (
        <option key={valueOf(choice)} value={valueOf(choice)}>
          {headerPlace(source.firstRow, choice).replace(/^r/, 'R')}
        </option>
      ))}
      <option value="-1:0">No header row</option>
    </Select>
  );
}

const valueOf = ({ index, rows }: HeaderChoice): string => `${index}:${rows}`;
