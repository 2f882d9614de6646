import { makeStyles, tokens } from '@fluentui/react-components';
import { fieldLabel } from '#shared/field-label.ts';
import { countOf } from '#shared/format.ts';
import type { RememberedMappingView } from '#shared/schemas/mapping-memory.schema.ts';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  list: {
    margin: 0,
    paddingInlineStart: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    maxHeight: '40vh',
    overflowY: 'auto',
  },
  who: { color: tokens.colorNeutralForeground3 },
});

/** What analysts said values of such columns mean, the newest first; opened on request. */
export function Meanings({ entry: { header, meanings } }: { entry: RememberedMappingView }) {
  const styles = useStyles();
  if (meanings.length === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>{countOf(meanings.length, 'meaning')} of values</summary>
      <ul className={styles.list} aria-label={`Meanings of values of ${header}`} tabIndex={0}>
        {meanings.toReversed().map(({ value, target_value: target, decided_by, decided_at }) => (
          <li key={value}>
            <bdi>{value}</bdi> → {target === null ? 'left empty' : fieldLabel(target)}{' '}
            <span className={styles.who}>
              by <bdi>{decided_by}</bdi>, {decided_at.slice(0, 10)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
