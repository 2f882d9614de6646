import { makeStyles, Option, Text, tokens } from '@fluentui/react-components';
import { confidence } from '../shell/format.ts';
import type { FieldChoice } from './field-search.ts';

/** No field has such a name. */
export const LEFT_OUT = '(left out)';
export const LEFT_OUT_LABEL = 'Left out';
export const ADD = '(add a field)';

const useStyles = makeStyles({
  option: {
    alignItems: 'start',
    // The category of what keys or a search bring to the top stays in sight.
    ':first-of-type': { scrollMarginTop: tokens.lineHeightBase600 },
    '&[data-activedescendant]': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '@media (forced-colors: active)': {
      '&[data-activedescendant]': { outline: `${tokens.strokeWidthThick} solid Highlight` },
    },
  },
  words: { flexGrow: 1, minWidth: 0, display: 'grid', gridTemplateColumns: '1fr auto' },
  label: { minWidth: 0, overflowWrap: 'anywhere' },
  figure: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  more: {
    gridColumnStart: 1,
    gridColumnEnd: -1,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
    overflow: 'hidden',
  },
});

/** Where an option stands in the whole list, where not all of it is in the page. */
interface Place {
  'aria-posinset'?: number;
  'aria-setsize'?: number;
}

/** A field with what it means, how sure the engine is of it, and the columns that have it already. */
export function FieldOption({
  choice,
  usedFor,
  place,
}: {
  choice: FieldChoice;
  usedFor: readonly string[];
  place: Place;
}) {
  const styles = useStyles();
  return (
    <Option className={styles.option} value={choice.field.name} text={choice.label} {...place}>
      <Words choice={choice} usedFor={usedFor} />
    </Option>
  );
}

export function LeftOutOption({ place }: { place: Place }) {
  const styles = useStyles();
  return (
    <Option className={styles.option} value={LEFT_OUT} text={LEFT_OUT_LABEL} {...place}>
      <span className={styles.words}>
        <Text className={styles.label}>{LEFT_OUT_LABEL}</Text>
        <Text size={200} className={styles.more}>
          No field is read from the column; its values stay stored
        </Text>
      </span>
    </Option>
  );
}

/** A field that is not there, for whoever may add one. */
export function AddOption({ searched, mayAdd, place }: { searched: string; mayAdd: boolean; place: Place }) {
  const styles = useStyles();
  return (
    <Option className={styles.option} value={ADD} text={ADD} disabled={!mayAdd} {...place}>
      <span className={styles.words}>
        {mayAdd ? (
          <AddWords searched={searched} />
        ) : (
          <Text size={200} className={styles.more}>
            None fits? An admin can add a field for this client
          </Text>
        )}
      </span>
    </Option>
  );
}

function AddWords({ searched }: { searched: string }) {
  const styles = useStyles();
  return (
    <>
      <Text className={styles.label}>
        Add a field{' '}
        {searched !== '' && (
          <>
            &quot;<bdi>{searched}</bdi>&quot;{' '}
          </>
        )}
        for this client
      </Text>
      <Text size={200} className={styles.more}>
        With a name, a type and a category of your own
      </Text>
    </>
  );
}

function Words({ choice, usedFor }: { choice: FieldChoice; usedFor: readonly string[] }) {
  const styles = useStyles();
  return (
    <span className={styles.words}>
      <Text className={styles.label}>{choice.label}</Text>
      {choice.confidence !== null && (
        <Text size={200} className={styles.figure}>
          {`${confidence(choice.confidence).word} ${confidence(choice.confidence).figure}`}
        </Text>
      )}
      <Text size={200} className={styles.more}>
        <bdi>{choice.field.definition}</bdi>
      </Text>
      {choice.alias !== null && (
        <Text size={200} className={styles.more}>
          Also called &quot;<bdi>{choice.alias}</bdi>&quot;
        </Text>
      )}
      {usedFor.length > 0 && (
        <Text size={200} className={styles.more}>
          Used for <bdi>{usedFor.join(', ')}</bdi>
        </Text>
      )}
    </span>
  );
}
