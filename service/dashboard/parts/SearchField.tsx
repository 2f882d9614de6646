import { Field, makeStyles, SearchBox } from '@fluentui/react-components';
import { useState } from 'react';
import { addressOf, go, useView } from '../shell/location.ts';

/** What the service takes of a search. */
const SEARCH_MAX = 200;

const useStyles = makeStyles({ field: { width: '16rem', maxWidth: '100%' } });

/** The search of a list, which stands in the URL; what is typed counts on Enter, so that not every letter asks the service. */
export function SearchField({ placeholder }: { placeholder: string }) {
  const styles = useStyles();
  const view = useView();
  const [text, setText] = useState(view.search ?? '');
  const [searched, setSearched] = useState(view.search);
  // The back button changes the search too.
  if (searched !== view.search) {
    setSearched(view.search);
    setText(view.search ?? '');
  }
  const search = (words: string): void => go(addressOf(view, { search: words.trim() || null, item: null }));
  return (
    <Field label="Search" size="small" className={styles.field}>
      <SearchBox
        size="small"
        placeholder={placeholder}
        maxLength={SEARCH_MAX}
        value={text}
        onChange={(event, { value }) => {
          setText(value);
          if (value === '' && event.type !== 'change') search('');
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') search(text);
        }}
      />
    </Field>
  );
}
