import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { countOf } from '#shared/format.ts';
import { UNTITLED } from '#shared/pages/untitled.ts';
import { Tick } from '../shell/Tick.tsx';
import type { ReadSheet } from './understand.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

interface StruckNoticeProps {
  sheet: ReadSheet;
  isLocked: boolean;
  onLeaveOut(leavesOutStruck: boolean): void;
}

/** Rows that are struck through, which many do with what is retired, and whether they are imported. */
export function StruckNotice({ sheet: { struckRows, leftOut }, isLocked, onLeaveOut }: StruckNoticeProps) {
  const styles = useStyles();
  if (struckRows.length === 0) return null;
  const isOne = struckRows.length === 1;
  const isLeftOut = leftOut.length > 0;
  return (
    <MessageBar {...UNTITLED} intent="warning" layout="multiline">
      <MessageBarBody className={styles.list}>
        <Text>
          {countOf(struckRows.length, 'row')} {isOne ? 'is' : 'are'} struck through in the sheet
          {isLeftOut
            ? `. ${isOne ? 'Its' : 'Their'} values stay here; in ${isOne ? 'its' : 'their'} place a blank row is sent, so that the others keep their row numbers.`
            : ` and will be imported like others. If that means ${isOne ? 'it is' : 'they are'} retired, leave ${isOne ? 'it' : 'them'} out.`}
        </Text>
        <Tick
          label="Leave out struck-through rows"
          disabled={isLocked}
          checked={isLeftOut}
          onChange={(_event, data) => onLeaveOut(data.checked === true)}
        />
      </MessageBarBody>
    </MessageBar>
  );
}
