import { useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ProblemItem } from '#shared/api-error.ts';
import { countOf } from './format-numbers.ts';

const PAGE = 8;

const useStyles = makeStyles({
  list: {
    margin: 0,
    marginBlockStart: tokens.spacingVerticalXS,
    paddingInlineStart: tokens.spacingHorizontalL,
    overflowWrap: 'anywhere',
  },
  place: { fontWeight: tokens.fontWeightSemibold },
  pager: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

/** The problems of a refused request by row and column, a page at a time. */
export function ProblemList({ problems, total }: { problems: readonly ProblemItem[]; total: number }) {
  const styles = useStyles();
  const [first, setFirst] = useState(0);
  const page = problems.slice(first, first + PAGE);
  return (
    <div>
      <ul className={styles.list}>
        {page.map((problem, index) => (
          <li key={first + index}>
            <span className={styles.place}>{placeOf(problem)}</span> {problem.message}
          </li>
        ))}
      </ul>
      {problems.length > PAGE && (
        <div className={styles.pager}>
          <Button size="small" disabled={first === 0} onClick={() => setFirst(first - PAGE)}>
            Previous problems
          </Button>
          <Button size="small" disabled={first + PAGE >= problems.length} onClick={() => setFirst(first + PAGE)}>
            Next problems
          </Button>
          <span role="status">
            {first + 1}–{Math.min(first + PAGE, problems.length)} of {countOf(total, 'problem')}
          </span>
        </div>
      )}
    </div>
  );
}

function placeOf({ field, row, column }: ProblemItem): string {
  const parts = [row === null ? null : `Row ${row}`, column === null ? null : `column ${column}`, field];
  return `${parts.filter((part) => part !== null && part !== '').join(', ')}:`;
}
