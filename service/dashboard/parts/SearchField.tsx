import { Field, makeStyles, SearchBox } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { addressOf, go, useView, type View } from '../shell/location.ts';

/** After the last letter, ms: not every letter asks the service. */
const PAUSE_MS = 400;
/** What the service takes of a search. */
const SEARCH_MAX = 200;

const useStyles = makeStyles({ field: { width: '16rem', maxWidth: '100%' } });

/** The search of a list, which stands in the URL; what is typed counts after a pause, or at once on Enter. */
export function SearchField({ placeholder }: { placeholder: string }) {
  const styles = useStyles();
  const view = useView();
  const [text, setText] = useState(view.search ?? '');
  const [searched, setSearched] = useState(view.search);
  // The back button changes the search too.
  if (searched !== view.search) {
    setSearched(view.search);
    if (wordsOf(text) !== view.search) setText(view.search ?? '');
  }
  useEffect(() => {
    if (wordsOf(text) === view.search) return;
    // Going back leads to before the search, not through every word that was typed.
    const how = view.search === null ? 'push' : 'replace';
    const timer = setTimeout(() => searchFor(view, text, how), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, view]);
  return (
    <Field label="Search" size="small" className={styles.field}>
      <SearchBox
        size="small"
        placeholder={placeholder}
        maxLength={SEARCH_MAX}
        value={text}
        onChange={(event, { value }) => {
          setText(value);
          if (value === '' && event.type !== 'change') searchFor(view, '', 'push');
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') searchFor(view, text, 'push');
        }}
      />
    </Field>
  );
}

function wordsOf(text: string): string | null {
  return text.trim() || null;
}

function searchFor(view: View, text: string, how: 'push' | 'replace'): void {
  const words = wordsOf(text);
  if (words !== view.search) go(addressOf(view, { search: words, item: null }), how);
}
