import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { formatNumber } from '#shared/format.ts';
import { UNTITLED } from '#shared/pages/untitled.ts';
import type { SheetSource } from '../workbook/workbook-port.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** A screen shows no more; the others can be selected in Excel. */
const OFFERED = 4;

interface TablesNoticeProps {
  parts: readonly SheetSource[];
  isLocked: boolean;
  onChoose(part: SheetSource): void;
}

/** Several tables in one sheet, and the choice to read one of them. */
export function TablesNotice({ parts, isLocked, onChoose }: TablesNoticeProps) {
  const styles = useStyles();
  if (parts.length === 0) return null;
  const offered = parts.slice(0, OFFERED);
  return (
    <MessageBar {...UNTITLED} intent="warning" layout="multiline">
      <MessageBarBody className={styles.list}>
        <Text>
          {formatNumber(parts.length)} tables seem to stand in this sheet. Imported as one, their rows get mixed up.
          Read one after the other:
        </Text>
        <div className={styles.choices}>
          {offered.map((part) => (
            <Button key={part.id} size="small" disabled={isLocked} onClick={() => onChoose(part)}>
              Read {part.range}
            </Button>
          ))}
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}
