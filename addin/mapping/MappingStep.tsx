import {
  Field,
  Link,
  makeStyles,
  SearchBox,
  Select,
  Skeleton,
  SkeletonItem,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { fieldLabel } from '#shared/field-label.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { useAccess } from '../connect/access.ts';
import { ErrorNotice, FailureNotice } from '../shell/ErrorNotice.tsx';
import { confidence } from '../shell/format.ts';
import { GroupChips } from './GroupChips.tsx';
import { MappingRow } from './MappingRow.tsx';
import { MissingFields } from './MissingFields.tsx';
import {
  columnNames,
  columnsByField,
  doubledTargets,
  groupOf,
  missingFields,
  type ReviewGroup,
} from './review-state.ts';
import type { MappingReviewState } from './use-mapping-review.ts';

const ROWS_SHOWN = 60;
const NO_COLUMNS: ReadonlyMap<string, readonly string[]> = new Map();
const thresholds = [0.95, 0.9, 0.8, 0.7, 0.5];

const useStyles = makeStyles({
  pair: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
  search: { minWidth: '6rem', maxWidth: 'none', flexGrow: 1, flexShrink: 1, flexBasis: 0 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  keys: { color: tokens.colorNeutralForeground3 },
});

interface MappingStepProps {
  state: MappingReviewState;
  /** Whether decisions can still be made; else the step only shows what was decided. */
  isOpen: boolean;
  threshold: number;
  onThreshold(threshold: number): void;
  /** What of the columns is listed; null: all. */
  group: ReviewGroup | null;
  onGroup(group: ReviewGroup | null): void;
}

/** One row a column. Arrow keys move, Enter approves, Delete leaves out, U undoes, N goes to the next to review, / searches. */
export function MappingStep({ state, isOpen, threshold, onThreshold, group, onGroup }: MappingStepProps) {
  const styles = useStyles();
  const isDecidable = useAccess().mayChange && isOpen;
  const list = useRef<HTMLUListElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const [limit, setLimit] = useState(ROWS_SHOWN);
  const keysId = useId();
  if (state.mappings === null) {
    return state.error === null ? (
      <Skeleton aria-label="Reading the mappings">
        <SkeletonItem size={96} />
        <SkeletonItem size={96} />
      </Skeleton>
    ) : (
      <FailureNotice error={state.error} safe="Your rows are stored." />
    );
  }
  const { mappings } = state;
  const names = columnNames(mappings);
  const nameOf = (mapping: FieldMapping): string => names.get(mapping.id) ?? mapping.source_field;
  const found = mappings.filter(
    (mapping) =>
      (group === null || groupOf(mapping, threshold, isOpen) === group) &&
      matches(`${nameOf(mapping)} ${fieldWords(mapping.target_field)}`, search),
  );
  const doubled = doubledTargets(mappings, state.fields);
  const others = (mapping: FieldMapping): FieldMapping[] => mappings.filter((one) => one !== mapping);
  const act = (mapping: FieldMapping, key: string): boolean => {
    if (!isDecidable) return false;
    if (key === 'Enter' && mapping.status === 'suggested' && mapping.target_field !== null)
      void state.change([{ id: mapping.id, status: 'approved' }]);
    else if (key === 'Delete' || key === 'Backspace') void state.change([{ id: mapping.id, status: 'rejected' }]);
    else if (key === 'u' && mapping.status !== 'suggested')
      void state.change([{ id: mapping.id, status: 'suggested' }]);
    else return false;
    return true;
  };
  const onKey = (event: KeyboardEvent<HTMLUListElement>): void => {
    if ((event.target as HTMLElement).closest('input, select') || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-mapping]') ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const isOnButton = (event.target as HTMLElement).tagName === 'BUTTON';
    const focused = found[at];
    if (event.key === 'ArrowDown') rows[Math.min(rows.length - 1, at + 1)]?.focus();
    else if (event.key === 'ArrowUp') rows[Math.max(0, at - 1)]?.focus();
    else if (event.key === 'n')
      rows
        .find((_row, index) => index > at && found[index] && groupOf(found[index], threshold, isOpen) === 'review')
        ?.focus();
    else if (event.key === '/') searchBox.current?.focus();
    else if (focused === undefined || (isOnButton && event.key === 'Enter') || !act(focused, event.key)) return;
    event.preventDefault();
  };
  return (
    <>
      {state.wasChangedElsewhere && (
        <ErrorNotice
          intent="warning"
          title="Somebody else changed these mappings"
          message="What you see now is theirs; your last change was not made."
          advice="Look at it again and repeat your change if it is still wanted."
        />
      )}
      {state.error !== null && <FailureNotice error={state.error} safe="No mapping was changed." />}
      {!isOpen && (
        <Text size={200}>
          These mappings were approved. They can no longer be changed for this import. To set one right, withdraw the
          import once it is completed and import the sheet again: all that was approved is suggested again, and you
          change only what is wrong.
        </Text>
      )}
      <GroupChips mappings={mappings} threshold={threshold} isOpen={isOpen} chosen={group} onChoose={onGroup} />
      <MissingFields fields={missingFields(mappings, state.fields, isOpen)} />
      <div className={styles.pair}>
        <SearchBox
          input={{ ref: searchBox }}
          className={styles.search}
          placeholder="Search"
          aria-label="Search columns and fields"
          value={search}
          onChange={(_event, data) => setSearch(data.value)}
        />
        {isOpen && (
          <Field label="Ready from">
            <Select value={String(threshold)} onChange={(_event, data) => onThreshold(Number(data.value))}>
              {thresholds.map((one) => (
                <option key={one} value={one}>
                  {confidence(one).figure} confidence
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      <ul
        ref={list}
        className={styles.list}
        aria-label="Field mappings"
        aria-describedby={isDecidable ? keysId : undefined}
        onKeyDown={onKey}
        tabIndex={0}
      >
        {found.slice(0, limit).map((mapping) => (
          <MappingRow
            key={mapping.id}
            mapping={mapping}
            header={nameOf(mapping)}
            fields={state.fields}
            usedFor={openId === mapping.id ? columnsByField(others(mapping), names) : NO_COLUMNS}
            isOpen={openId === mapping.id}
            isApproved={!isOpen}
            isDecidable={isDecidable}
            isBusy={state.isBusy}
            conflict={conflictOf(mapping, doubled.get(mapping.target_field ?? '')?.map(nameOf))}
            onToggle={() => setOpenId(openId === mapping.id ? null : mapping.id)}
            onApprove={() => act(mapping, 'Enter')}
            onLeaveOut={() => act(mapping, 'Delete')}
            onUndo={() => act(mapping, 'u')}
            onSecond={() => void state.change([{ id: mapping.id, is_secondary: true }])}
            onForget={(memoryId) => void state.forget(memoryId)}
            onValue={(value, target) =>
              void state.change([{ id: mapping.id, value_mappings: [{ value, target_value: target }] }])
            }
            onCleansing={(cleansing) => void state.change([{ id: mapping.id, cleansing }])}
            onPick={(field) =>
              void state.change([
                field === null
                  ? { id: mapping.id, status: 'rejected' }
                  : { id: mapping.id, target_field: field, status: 'approved' },
              ])
            }
          />
        ))}
      </ul>
      {found.length === 0 && (
        <Text>
          {group === 'review' && search === '' ? 'Nothing is left to review.' : 'No column matches.'}{' '}
          {group !== null && (
            <Link inline onClick={() => onGroup(null)}>
              Show all columns
            </Link>
          )}
        </Text>
      )}
      {isDecidable && found.length > 0 && (
        <Text size={200} id={keysId} className={styles.keys}>
          Keys in the list: ↑ and ↓ move, Enter approves, Delete leaves out, U undoes, N goes to the next to review, /
          searches.
        </Text>
      )}
      {found.length > limit && (
        <Link onClick={() => setLimit(limit + ROWS_SHOWN)}>Show more of {found.length} columns</Link>
      )}
    </>
  );
}

/** A field is found by what it is called and by its name. */
function fieldWords(field: string | null): string {
  return field === null ? '' : `${fieldLabel(field)} ${field}`;
}

function matches(text: string, search: string): boolean {
  return text.toLowerCase().includes(search.trim().toLowerCase());
}

/** `columns` are all that are approved for the field, if they are more than one. */
function conflictOf(mapping: FieldMapping, columns: readonly string[] | undefined): string | null {
  return mapping.status !== 'approved' || columns === undefined
    ? null
    : `${fieldLabel(mapping.target_field ?? '')} takes one column, but ${columns.join(' and ')} are approved for it. Let this one fill in only, change it or leave it out.`;
}
