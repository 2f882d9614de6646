import { Dropdown, Field, makeStyles, Option, tokens } from '@fluentui/react-components';
import { addressOf, go, useView } from '../shell/location.ts';
import type { Tenant } from '../session/session-context.ts';
import { withinScope } from './use-engagements.ts';

const useStyles = makeStyles({
  filters: { display: 'contents' },
  dropdown: { minWidth: '8.5rem', maxWidth: '16rem' },
  wide: { minWidth: 'min(20rem, 90vw)' },
  option: { overflowWrap: 'anywhere', minWidth: 0 },
  note: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** An option value no client account can have: their names start with a letter or digit. */
const ANY = '*';

/** What another engagement has none of: the opened asset, the import whose conflicts are listed. */
const noneOfIt = { item: null, dataImport: null } as const;

interface ScopeFilterProps {
  tenants: readonly Tenant[];
  /** Whether the page shows one engagement only. */
  isRequired?: boolean;
}

/** Client account and engagement; choosing another client forgets the engagement. */
export function ScopeFilter({ tenants, isRequired = false }: ScopeFilterProps) {
  const styles = useStyles();
  const view = useView();
  const clients = [...new Set(tenants.map((tenant) => tenant.clientAccountId))];
  const client = view.client ?? (isRequired ? onlyOf(clients) : null);
  const engagements = withinScope(tenants, client, null).map((tenant) => tenant.engagementId);
  const engagement = view.engagement ?? (isRequired && client !== null ? onlyOf(engagements) : null);
  const isOnly = (name: string | null, names: readonly string[]): boolean =>
    isRequired && name !== null && name === onlyOf(names);
  return (
    <div className={styles.filters}>
      <Choice
        label="Client"
        anyLabel={isRequired ? 'Choose a client' : 'All clients'}
        value={client}
        names={clients}
        isDisabled={isOnly(client, clients)}
        choose={(chosen) => go(addressOf(view, { ...noneOfIt, client: chosen, engagement: null }))}
      />
      <Choice
        label="Engagement"
        anyLabel={isRequired ? 'Choose an engagement' : 'All engagements'}
        value={engagement}
        names={client === null ? [] : engagements}
        isDisabled={client === null || isOnly(engagement, engagements)}
        choose={(chosen) => go(addressOf(view, { ...noneOfIt, client, engagement: chosen }))}
      />
    </div>
  );
}

function onlyOf(names: readonly string[]): string | null {
  return names.length === 1 ? (names[0] ?? null) : null;
}

interface ChoiceProps {
  label: string;
  anyLabel: string;
  value: string | null;
  names: readonly string[];
  isDisabled?: boolean;
  choose(name: string | null): void;
  /** What an option reads as; its name when absent. */
  wordFor?: (name: string) => string;
  /** A second line of an option, for names that are long. */
  noteFor?: (name: string) => string | null;
}

/** One filter: any, or one of the names. A name from the URL that is not known (any more) is still shown. */
export function Choice({
  label,
  anyLabel,
  value,
  names,
  isDisabled = false,
  choose,
  wordFor = (name) => name,
  noteFor,
}: ChoiceProps) {
  const styles = useStyles();
  const shown = value === null || names.includes(value) ? names : [value, ...names];
  return (
    <Field label={label} size="small">
      <Dropdown
        size="small"
        className={styles.dropdown}
        disabled={isDisabled}
        listbox={{ className: noteFor && styles.wide }}
        value={value === null ? anyLabel : wordFor(value)}
        selectedOptions={[value ?? ANY]}
        onOptionSelect={(_event, { optionValue }) => choose(optionValue === ANY ? null : (optionValue ?? null))}
      >
        <Option value={ANY}>{anyLabel}</Option>
        {shown.map((name) => (
          <Option key={name} value={name} text={wordFor(name)}>
            <span className={styles.option}>
              {wordFor(name)}
              {noteFor && <span className={styles.note}>{noteFor(name)}</span>}
            </span>
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
