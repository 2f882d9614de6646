import { makeStyles, tokens } from '@fluentui/react-components';
import { countOf } from '#shared/format.ts';
import type { AssetChangeView, TracedValue } from '#shared/schemas/asset.schema.ts';
import { fieldValueText } from '#shared/value-text.ts';
import { cellPlaceText } from '../parts/cell-place.ts';
import { formatWord } from '../parts/format.ts';

/** Changes of one asset that are listed; more are counted. */
const LISTED_MAX = 50;

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Field by field what was and what is, with the cell that says so; where nothing was, only what is. */
export function ChangeList({ changes }: { changes: AssetChangeView['changes'] }) {
  const styles = useStyles();
  const isNew = changes.every(({ before }) => before.length === 0);
  const more = changes.length - LISTED_MAX;
  return (
    <ul className={styles.list}>
      {changes.slice(0, LISTED_MAX).map(({ field, before, after }) => (
        <li key={field}>
          {isNew ? (
            <>
              {formatWord(field)}: <bdi>{textOf(field, after)}</bdi>
            </>
          ) : (
            <ChangedValue field={field} before={before} after={after} />
          )}
          <span className={styles.quiet}>
            {after
              .slice(0, 1)
              .map((value) => ` (${cellPlaceText(value)})`)
              .join('')}
          </span>
        </li>
      ))}
      {more > 0 && <li>{countOf(more, 'more value')}</li>}
    </ul>
  );
}

/** `Environment: Test → Production`. */
export function ChangedValue({ field, before, after }: AssetChangeView['changes'][number]) {
  return (
    <>
      {formatWord(field)}: <bdi>{textOf(field, before)}</bdi> → <bdi>{textOf(field, after)}</bdi>
    </>
  );
}

function textOf(field: string, values: readonly TracedValue[]): string {
  return values.length === 0 ? 'nothing' : values.map(({ value }) => fieldValueText(field, value)).join(', ');
}
