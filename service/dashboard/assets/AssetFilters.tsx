import { Field, makeStyles, SearchBox } from '@fluentui/react-components';
import { useState } from 'react';
import { assetClasses } from '#shared/statuses.ts';
import { formatWord } from '../parts/format.ts';
import { Choice } from '../scope/ScopeFilter.tsx';
import { addressOf, go, useView } from '../shell/location.ts';

const useStyles = makeStyles({ search: { minWidth: '16rem' } });

/** Class and search; what is typed counts on Enter, so that not every letter asks the service. */
export function AssetFilters() {
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
    <>
      <Choice
        label="Class"
        anyLabel="All classes"
        value={view.assetClass}
        names={assetClasses}
        wordFor={formatWord}
        choose={(assetClass) => go(addressOf(view, { assetClass, item: null }))}
      />
      <Field label="Search" size="small">
        <SearchBox
          size="small"
          className={styles.search}
          placeholder="Name, or a key such as ip:10.0.0.1"
          maxLength={200}
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
    </>
  );
}
