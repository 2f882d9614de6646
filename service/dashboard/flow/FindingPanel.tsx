import {
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import { splitAddress } from '#shared/cell-address.ts';
import { findingWords } from '#shared/finding-words.ts';
import { agentWord } from '#shared/phase-words.ts';
import type { Finding } from '#shared/schemas/flow.schema.ts';
import { Facts } from '../parts/Facts.tsx';
import { countOf, formatNumber } from '#shared/format.ts';
import { PanelSection } from '../parts/PanelSection.tsx';
import { ShortId } from '../parts/ShortId.tsx';
import { SidePanel } from '../parts/SidePanel.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { ViewLink } from '../parts/ViewLink.tsx';
import { addressOf, useView } from '../shell/location.ts';
import { headerText } from './header-text.ts';

const useStyles = makeStyles({
  value: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  row: { width: '6rem' },
});

/** One finding with the cells it stands on; text of cells is shown exactly and as text. */
export function FindingPanel({ finding, close }: { finding: Finding; close: () => void }) {
  return (
    <SidePanel title={findingWords(finding.code)} close={close}>
      <Facts
        facts={[
          ['Severity', <StatusBadge key="severity" status={finding.severity} />],
          ['Message', finding.message],
          ['Column', finding.source_field === null ? 'Whole sheet' : headerText(finding.source_field)],
          ['Count', formatNumber(finding.count)],
          ['Found by', agentWord(finding.agent)],
          ['Finding', <ShortId key="id" id={finding.finding_id} what="finding id" />],
        ]}
      />
      <CellList finding={finding} />
    </SidePanel>
  );
}

function CellList({ finding: { cells, count } }: { finding: Finding }) {
  const styles = useStyles();
  const view = useView();
  if (cells.length === 0) return null;
  const isPlaced = cells.some(({ address }) => address !== null);
  return (
    <PanelSection
      title={cells.length < count ? `First ${cells.length} of ${countOf(count, 'cell')}` : countOf(count, 'cell')}
    >
      <Table size="small" aria-label="Cells">
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={styles.row}>{isPlaced ? 'Cell' : 'Record'}</TableHeaderCell>
            <TableHeaderCell>Value</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {cells.map((cell, index) => (
            <TableRow key={index}>
              <TableCell>
                <ViewLink address={addressOf(view, { tab: 'records', kind: null, item: String(cell.row_number) })}>
                  {cell.address === null ? formatNumber(cell.row_number) : splitAddress(cell.address).cells}
                </ViewLink>
              </TableCell>
              <TableCell className={styles.value}>
                <bdi>{cell.value}</bdi>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </PanelSection>
  );
}
