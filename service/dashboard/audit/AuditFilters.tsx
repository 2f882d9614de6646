import { SearchField } from '../parts/SearchField.tsx';
import { Choice } from '../scope/ScopeFilter.tsx';
import { addressOf, go, useView } from '../shell/location.ts';
import { usePageStyles } from '../shell/use-page-styles.ts';
import { sinceChoices, sinceWords } from './audit-filter.ts';
import { actWords, knownActs } from './audit-words.ts';

/** Which audit events are listed: of an act, of a time, and done with a key. */
export function AuditFilters() {
  const styles = usePageStyles();
  const view = useView();
  return (
    <div className={styles.filters} role="group" aria-label="Filters">
      <Choice
        label="What"
        anyLabel="All acts"
        value={view.action}
        names={knownActs}
        wordFor={actWords}
        choose={(action) => go(addressOf(view, { action }))}
      />
      <Choice
        label="When"
        anyLabel="At any time"
        value={view.since}
        names={sinceChoices}
        wordFor={sinceWords}
        choose={(since) => go(addressOf(view, { since }))}
      />
      <SearchField placeholder="Name of the key" />
    </div>
  );
}
