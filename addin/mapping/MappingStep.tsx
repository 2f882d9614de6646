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
import { useRef, useState } from 'react';
import { fieldLabel, sentence } from '#shared/field-label.ts';
import { READY_FROM } from '#shared/limits.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { isRefused } from '../import/is-refused.ts';
import { useAccess } from '../connect/access.ts';
import { ErrorNotice, FailureNotice } from '../shell/ErrorNotice.tsx';
import { confidence } from '../shell/format.ts';
import { changedElsewhere } from './changed-elsewhere.ts';
import { GroupChips } from './GroupChips.tsx';
import { MappingGrid } from './MappingGrid.tsx';
import { MissingFields } from './MissingFields.tsx';
import { columnNames, groupOf, missingFields, nameOf, type ReviewGroup } from './review-state.ts';
import { useDecisionNews } from './use-decision-news.ts';
import { noneText, useFoundNews } from './use-found-news.ts';
import type { MappingReviewState } from './use-mapping-review.ts';

const thresholds = [0.95, 0.9, READY_FROM, 0.7, 0.5];

const useStyles = makeStyles({
  pair: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
  search: { minWidth: '6rem', maxWidth: 'none', flexGrow: 1, flexShrink: 1, flexBasis: 0 },
});

interface MappingStepProps {
  state: MappingReviewState;
  /** Whether decisions can still be made; else the step only shows what was decided. */
  isOpen: boolean;
  /** Whether they can be opened again, nothing being written yet. */
  mayBeReopened: boolean;
  threshold: number;
  onThreshold(threshold: number): void;
  /** What of the columns is listed; null: all. */
  group: ReviewGroup | null;
  onGroup(group: ReviewGroup | null): void;
}

/** The mappings under review, one row a column; until they are read, what stands in their place. */
export function MappingStep(props: MappingStepProps) {
  const { mappings, error } = props.state;
  if (mappings !== null) return <Review {...props} mappings={mappings} />;
  if (error !== null) return <FailureNotice error={error} safe="Your rows are stored." />;
  return (
    <Skeleton aria-label="Reading the mappings">
      <SkeletonItem size={96} />
      <SkeletonItem size={96} />
    </Skeleton>
  );
}

interface ReviewProps extends MappingStepProps {
  mappings: readonly FieldMapping[];
}

function Review({ state, mappings, isOpen, mayBeReopened, threshold, onThreshold, group, onGroup }: ReviewProps) {
  const styles = useStyles();
  const isDecidable = useAccess().mayChange && isOpen;
  const searchBox = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<{ id: string; group: ReviewGroup | null } | null>(null);
  const names = columnNames(mappings);
  const isToReview = (mapping: FieldMapping): boolean => groupOf(mapping, { threshold, isOpen }) === 'review';
  // A card that somebody is at stays in sight when an answer makes it one of another group.
  const isKept = ({ id }: FieldMapping): boolean => opened?.id === id && opened.group === group;
  const found = mappings.filter(
    (mapping) =>
      (group === null || groupOf(mapping, { threshold, isOpen }) === group || isKept(mapping)) &&
      matches(`${nameOf(mapping, names)} ${fieldWords(mapping.target_field)}`, search),
  );
  useDecisionNews(state, names);
  useFoundNews(found.length, { group, search });
  return (
    <>
      <Notices state={state} names={names} isOpen={isOpen} mayBeReopened={mayBeReopened} />
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
        {isOpen && <ReadyFrom threshold={threshold} onThreshold={onThreshold} />}
      </div>
      {found.length > 0 && (
        <MappingGrid
          found={found}
          all={mappings}
          names={names}
          state={state}
          isOpen={isOpen}
          isDecidable={isDecidable}
          openId={opened?.id ?? null}
          onOpen={(id) => setOpened(id === null ? null : { id, group })}
          isToReview={isToReview}
          focusSearch={() => searchBox.current?.focus()}
        />
      )}
      {found.length === 0 && (
        <Text>
          {noneText(group, search)}{' '}
          {group !== null && (
            <Link inline onClick={() => onGroup(null)}>
              Show all columns
            </Link>
          )}
        </Text>
      )}
    </>
  );
}

interface NoticesProps extends Pick<MappingStepProps, 'state' | 'isOpen' | 'mayBeReopened'> {
  names: ReadonlyMap<string, string>;
}

function Notices({ state, names, isOpen, mayBeReopened }: NoticesProps) {
  return (
    <>
      {state.beforeOthers !== null && (
        <ErrorNotice
          intent="warning"
          title="Somebody else changed these mappings"
          message={`${theirs(changedElsewhere(state.beforeOthers, state.mappings ?? [], names))}What you see now is theirs; ${changesUndone(state.undone)}.`}
          advice="To keep theirs, go on from here. To have yours instead, make your change again: it takes the place of theirs."
        />
      )}
      {state.error !== null && <FailureNotice error={state.error} safe={whatFailed(state)} />}
      {!isOpen && (
        <Text size={200}>
          {mayBeReopened
            ? 'These mappings were approved. They can be changed and approved again.'
            : 'These mappings were approved. They can no longer be changed for this import. To set one right, withdraw the import once it is completed and import the sheet again: all that was approved is suggested again, and you change only what is wrong.'}
        </Text>
      )}
    </>
  );
}

/** Nothing before they are read. */
const theirs = (changes: readonly string[]): string => (changes.length === 0 ? '' : `Changed: ${changes.join('; ')}. `);

const changesUndone = (count: number): string =>
  count === 1 ? 'your last change was not made' : `your last ${count} changes were not made`;

function whatFailed({ error, undone }: MappingReviewState): string {
  if (undone === 0) return 'No mapping was changed.';
  if (isRefused(error)) return `${sentence(changesUndone(undone))}.`;
  return `The ${undone === 1 ? 'change' : 'first change'} may have been made: what you see is read again.${undone === 1 ? '' : ` ${sentence(changesUndone(undone - 1))}.`}`;
}

function ReadyFrom({ threshold, onThreshold }: Pick<MappingStepProps, 'threshold' | 'onThreshold'>) {
  return (
    <Field label="Ready from">
      <Select value={String(threshold)} onChange={(_event, data) => onThreshold(Number(data.value))}>
        {thresholds.map((one) => (
          <option key={one} value={one}>
            {confidence(one).figure} confidence
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** A field is found by what it is called and by its name. */
function fieldWords(field: string | null): string {
  return field === null ? '' : `${fieldLabel(field)} ${field}`;
}

function matches(text: string, search: string): boolean {
  return text.toLowerCase().includes(search.trim().toLowerCase());
}
