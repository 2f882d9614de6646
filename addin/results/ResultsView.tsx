import { Button, makeStyles, mergeClasses, Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { countOf } from '#shared/format.ts';
import { conflictsAddress } from '#shared/pages/dashboard-link.ts';
import { useAccess } from '../connect/access.ts';
import { DashboardButton } from '../shell/DashboardLink.tsx';
import { ResultsStep, type ResultsProps } from './ResultsStep.tsx';
import { useConflictStanding } from './use-conflict-standing.ts';
import { useNextSheet } from './use-next-sheet.ts';

/** Two buttons share the footer's width, side by side or one below the other. */
const useStyles = makeStyles({ shared: { flexGrow: 1 } });

interface ResultsViewProps extends ResultsProps {
  frame(body: ReactNode, footer?: ReactNode): ReactNode;
  /** @param sourceId  what is chosen there; absent: the best guess */
  onLeave(sourceId?: string): void;
}

/** The results with their one button: to what is open to decide, else on to another sheet; beside it the next one of the workbook. */
export function ResultsView({ frame, onLeave, ...results }: ResultsViewProps) {
  const styles = useStyles();
  const { connection, flow, workbook } = results;
  const { mayChange } = useAccess();
  const open = useConflictStanding(connection, flow.data_import_id).data?.open ?? 0;
  const next = useNextSheet(connection, workbook, flow);
  const onward = next !== null && (
    <Button className={styles.shared} onClick={() => onLeave(next.id)}>
      Import {next.sheetName} next
    </Button>
  );
  if (open > 0)
    return frame(
      <ResultsStep {...results} />,
      <>
        {onward || <Button onClick={() => onLeave()}>Import another sheet</Button>}
        <DashboardButton href={conflictsAddress(connection, flow.data_import_id)}>
          {mayChange ? 'Decide' : 'See'} {countOf(open, 'conflict')}
        </DashboardButton>
      </>,
    );
  return frame(
    <ResultsStep {...results} />,
    <>
      {onward || <Text size={200}>Everything is stored.</Text>}
      <Button appearance="primary" className={mergeClasses(onward && styles.shared)} onClick={() => onLeave()}>
        Import another sheet
      </Button>
    </>,
  );
}
