import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { countOf } from '#shared/format.ts';
import { ownDirection } from '#shared/own-direction.ts';
import type { Finding } from '#shared/schemas/flow.schema.ts';
import { ErrorNotice } from '../shell/ErrorNotice.tsx';
import { ShowMore } from '../shell/ShowMore.tsx';
import { WorkbookError } from '../workbook/workbook-port.ts';
import type { CellsOfFlow } from './use-cells.ts';

const CELLS_SHOWN = 12;

const useStyles = makeStyles({
  finding: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalS,
  },
  cells: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    maxWidth: '100%',
  },
  cell: { minWidth: 0, maxWidth: '100%' },
  named: {
    display: 'block',
    minWidth: 0,
    maxWidth: '100%',
    paddingBlock: tokens.spacingVerticalXXS,
    paddingInline: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  value: {
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    maxWidth: '8rem',
    display: 'inline-block',
    verticalAlign: 'bottom',
  },
});

/** The cells of a finding, and why the one chosen last could not be shown. */
export function FindingCells({ finding, cells }: { finding: Finding; cells: CellsOfFlow }) {
  const styles = useStyles();
  const [shown, setShown] = useState(CELLS_SHOWN);
  const list = useRef<HTMLUListElement>(null);
  const { goTo, failure } = cells;
  if (finding.cells.length === 0) return <Text size={200}>It concerns the column as a whole.</Text>;
  return (
    <div className={styles.finding}>
      {failure?.findingId === finding.finding_id && <NotShown error={failure.error} />}
      <ul ref={list} className={styles.cells} aria-label="Cells">
        {finding.cells.slice(0, shown).map((cell, index) => (
          <li key={index} className={styles.cell}>
            <Cell cell={cell} goTo={goTo === null ? null : (address) => goTo(finding.finding_id, address)} />
          </li>
        ))}
      </ul>
      <ShowMore
        list={list}
        shown={Math.min(shown, finding.cells.length)}
        one="cell"
        label={shown < finding.cells.length ? `Show more of ${countOf(finding.count, 'cell')}` : null}
        onMore={() => setShown(shown + 50)}
      />
      {shown >= finding.cells.length && finding.count > finding.cells.length && (
        <Text size={200}>
          … and {countOf(finding.count - finding.cells.length, 'more cell', 'more cells')}; the first{' '}
          {finding.cells.length} are listed.
        </Text>
      )}
    </div>
  );
}

function NotShown({ error }: { error: unknown }) {
  const words =
    error instanceof WorkbookError
      ? { message: error.message, advice: error.advice }
      : { message: String(error), advice: 'Try again.' };
  return <ErrorNotice intent="warning" title="The cell could not be shown" {...words} />;
}

interface CellProps {
  cell: Finding['cells'][number];
  goTo: ((address: string) => void) | null;
}

/** A way to the cell in Excel; elsewhere there is nothing to go to, so it is only named. */
function Cell({ cell, goTo }: CellProps) {
  const styles = useStyles();
  const { address } = cell;
  const words = (
    <>
      {address === null ? `Record ${cell.row_number}` : ownDirection(address)}&nbsp;
      <span className={styles.value}>{cell.value}</span>
    </>
  );
  if (goTo === null || address === null)
    return (
      <Text size={200} className={styles.named}>
        {words}
      </Text>
    );
  return (
    <Button size="small" className={styles.cell} onClick={() => goTo(address)}>
      {words}
    </Button>
  );
}
