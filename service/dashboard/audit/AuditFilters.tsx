import type { ApiKeyView } from '#shared/schemas/access.schema.ts';
import { useKeys } from '../keys/use-keys.ts';
import { SearchField } from '../parts/SearchField.tsx';
import { idEnd } from '../parts/id-end.ts';
import { Choice, ScopeFilter } from '../scope/ScopeFilter.tsx';
import { useEngagements } from '../scope/use-engagements.ts';
import { addressOf, go, useView } from '../shell/location.ts';
import { usePageStyles } from '../shell/use-page-styles.ts';
import { sinceChoices, sinceWords } from './audit-filter.ts';
import { actWords, knownActs } from './audit-words.ts';

/** Which audit events are listed: of whose things, of an act, of a time, and done with a key. */
export function AuditFilters() {
  const styles = usePageStyles();
  const view = useView();
  const engagements = useEngagements();
  const keys = useKeys().data ?? [];
  return (
    <div className={styles.filters} role="group" aria-label="Filters">
      <ScopeFilter tenants={engagements.data ?? []} />
      <Choice
        label="Who"
        anyLabel="All keys"
        value={view.key}
        names={keys.map((key) => key.key_id)}
        wordFor={(id) => keyWords(keys, id)}
        choose={(key) => go(addressOf(view, { key }))}
      />
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
      <SearchField placeholder="Key, file or end of an id" />
    </div>
  );
}

/** A name may have been that of an earlier key too. */
function keyWords(keys: readonly ApiKeyView[], id: string): string {
  const name = keys.find((key) => key.key_id === id)?.name;
  return name === undefined ? idEnd(id) : `${name} ${idEnd(id)}`;
}
