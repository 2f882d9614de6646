import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { countOf } from '#shared/format.ts';
import { UNTITLED } from '#shared/pages/untitled.ts';
import { Tick } from '../shell/Tick.tsx';
import { namesOf } from './column-facts.ts';
import type { ReadSheet } from './understand.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

interface MergedNoticeProps {
  sheet: ReadSheet;
  isLocked: boolean;
  onFill(fillsMerged: boolean): void;
}

/** Merged cells that stand over several records, and whether each of these gets their value. */
export function MergedNotice({ sheet, isLocked, onFill }: MergedNoticeProps) {
  const styles = useStyles();
  const { mergedDown, fills, columns } = sheet;
  if (mergedDown.length === 0) return null;
  const merged = new Set(mergedDown.map(({ column }) => column));
  const isFilled = fills.length > 0;
  return (
    <MessageBar {...UNTITLED} intent="info" layout="multiline">
      <MessageBarBody className={styles.list}>
        <Text>
          {countOf(mergedDown.length, 'merged cell')} in {namesOf(columns.filter(({ index }) => merged.has(index)))}{' '}
          {mergedDown.length === 1 ? 'stands' : 'stand'} over several rows.{' '}
          {isFilled ? 'Each of these rows gets the value.' : 'Only the first of these rows has the value.'}
        </Text>
        <Tick
          label="Fill down merged cells"
          disabled={isLocked}
          checked={isFilled}
          onChange={(_event, data) => onFill(data.checked === true)}
        />
      </MessageBarBody>
    </MessageBar>
  );
}
