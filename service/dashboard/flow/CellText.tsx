import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CalendarRegular, ErrorCircleRegular } from '@fluentui/react-icons';
import { cellText, isDateCell, isErrorCell, type Cell } from '#shared/schemas/cell.schema.ts';

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  error: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface CellTextProps {
  cell: Cell;
  /** What stands for a blank cell. */
  blank?: string;
}

/** A raw cell as text, whatever it contains. Dates and Excel errors carry a mark; an empty text says so, unlike a blank. */
export function CellText({ cell, blank = '' }: CellTextProps) {
  const styles = useStyles();
  if (cell === null) return blank === '' ? null : <span className={styles.quiet}>{blank}</span>;
  if (cell === '') return <span className={styles.quiet}>empty text</span>;
  if (isDateCell(cell))
    return (
      <span className={styles.mark} title={`Date, shown as ${cell.format}, stored as ${cell.serial}`}>
        <CalendarRegular aria-label="Date" />
        {cellText(cell)}
      </span>
    );
  if (isErrorCell(cell))
    return (
      <span className={mergeClasses(styles.mark, styles.error)} title="Excel error">
        <ErrorCircleRegular aria-label="Excel error" />
        <bdi>{cell.code}</bdi>
      </span>
    );
  return <bdi>{cellText(cell)}</bdi>;
}
