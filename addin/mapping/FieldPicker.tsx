import { Combobox, makeStyles, Option, OptionGroup, Text, tokens } from '@fluentui/react-components';
import { useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { fieldLabel } from '#shared/field-label.ts';
import { formatNumber } from '#shared/format.ts';
import type { MappingCandidate } from '#shared/schemas/field-mapping.schema.ts';
import type { TargetFieldView } from '#shared/schemas/target-field.schema.ts';
import { confidence } from '../shell/format.ts';
import { useArrowStyles } from '../shell/use-arrow-styles.ts';
import { findFields, firstOf, type FieldChoice, type FieldGroup } from './field-search.ts';
import { useShownOptions } from './use-shown-options.ts';

/** No field has such a name. */
const LEFT_OUT = '(left out)';
const LEFT_OUT_LABEL = 'Left out';
const ADD = '(add a field)';

const useStyles = makeStyles({
  full: { minWidth: 0, width: '100%' },
  listbox: { maxHeight: '50vh' },
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

interface FieldPickerProps {
  label: string;
  /** The field; null: the column is left out; undefined: nothing is chosen yet. */
  value: string | null | undefined;
  fields: readonly TargetFieldView[];
  /** What the engine considers, best first. */
  candidates: readonly MappingCandidate[];
  /** The columns that each field has already. */
  usedFor: ReadonlyMap<string, readonly string[]>;
  input: RefObject<HTMLInputElement | null>;
  onPick(field: string | null): void;
  /** Asked for a field that is not there, with what was searched; null where the key may add none. */
  onAdd: ((searched: string) => void) | null;
}

/** All target fields by category, each with what it means, found by typing part of a name or of its meaning. */
export function FieldPicker({ input, onPick, onAdd, ...props }: FieldPickerProps) {
  const { label, value, fields, candidates, usedFor } = props;
  const styles = useStyles();
  const { arrow } = useArrowStyles();
  const [search, setSearch] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const shown = useShownOptions(fields.length);
  const root = useRef<HTMLDivElement>(null);
  const found = useMemo(() => findFields(fields, candidates, search ?? ''), [fields, candidates, search]);
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    // Whoever leaves the list chooses nothing, though Fluent would take the option that is marked.
    if (event.key !== 'Tab') return shown.onKeyDownCapture(event);
    event.stopPropagation();
    setIsOpen(false);
  };
  const isSearched = (search ?? '').trim() !== '';
  const groups = isSearched ? found.groups : firstOf(found.groups, shown.count);
  const likely = groups.filter((group) => group.choices.every((choice) => choice.confidence !== null)).length;
  const chosen = value === null ? LEFT_OUT : value;
  /** Where an option stands in the whole list, as not all of an unsearched one is in the page. */
  const place = (at: number) => (isSearched ? {} : { 'aria-posinset': at + 1, 'aria-setsize': fields.length + 2 });
  const options = groups.map((group, index) => (
    <OptionGroup key={group.label} label={<bdi>{group.label}</bdi>}>
      {group.choices.map((choice, at) => (
        <Option
          key={choice.field.name}
          className={styles.option}
          value={choice.field.name}
          text={choice.label}
          {...place(before(groups, index) + at + (index < likely ? 0 : 1))}
        >
          <Words choice={choice} usedFor={usedFor.get(choice.field.name) ?? []} />
        </Option>
      ))}
    </OptionGroup>
  ));
  const leftOut = (
    <Option
      key={LEFT_OUT}
      className={styles.option}
      value={LEFT_OUT}
      text={LEFT_OUT_LABEL}
      {...place(before(groups, likely))}
    >
      <span className={styles.words}>
        <Text className={styles.label}>{LEFT_OUT_LABEL}</Text>
        <Text size={200} className={styles.more}>
          No field is read from the column; its values stay stored
        </Text>
      </span>
    </Option>
  );
  const rest = found.more > 0 && (
    <Option key="more" disabled text="">
      {`${formatNumber(found.more)} more match; type more of the word`}
    </Option>
  );
  const add = (isSearched || shown.count >= fields.length) && (
    <Option
      key={ADD}
      className={styles.option}
      value={ADD}
      text={ADD}
      disabled={onAdd === null}
      {...place(fields.length + 1)}
    >
      <span className={styles.words}>
        {onAdd === null ? (
          <Text size={200} className={styles.more}>
            None fits? An admin can add a field for this client
          </Text>
        ) : (
          <AddWords searched={isSearched ? (search ?? '').trim() : ''} />
        )}
      </span>
    </Option>
  );
  return (
    <Combobox
      aria-label={label}
      root={{ ref: root, onKeyDownCapture: onKey }}
      className={styles.full}
      input={{ ref: input, className: styles.full }}
      expandIcon={{ className: arrow }}
      listbox={{ className: styles.listbox, onScroll: shown.onScroll }}
      freeform
      placeholder="Search fields"
      value={search ?? (value === null ? LEFT_OUT_LABEL : value === undefined ? '' : fieldLabel(value))}
      selectedOptions={chosen === undefined ? [] : [chosen]}
      onClick={(event) => search === null && event.currentTarget.select()}
      onInput={(event) => setSearch(event.currentTarget.value)}
      open={isOpen}
      onOpenChange={(_event, { open }) => {
        setIsOpen(open);
        if (!open) {
          setSearch(null);
          shown.reset();
        }
        // There is room for the list below, and the column it is about stays in sight.
        else root.current?.closest('[data-mapping]')?.scrollIntoView({ block: 'start' });
      }}
      onOptionSelect={(_event, { optionValue }) => {
        // Typing clears Fluent's selection and says so with no option.
        if (optionValue === undefined) return;
        setSearch(null);
        if (optionValue === ADD) onAdd?.(search ?? '');
        else onPick(optionValue === LEFT_OUT ? null : optionValue);
      }}
    >
      {isSearched && groups.length === 0 && (
        <Option disabled text="No field matches">
          No field matches
        </Option>
      )}
      {/* Enter takes the first option: the likeliest, or what was found. Leaving out is never far from it. */}
      {isSearched ? [options, rest, leftOut, add] : [options.slice(0, likely), leftOut, options.slice(likely), add]}
    </Combobox>
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
            “<bdi>{searched}</bdi>”{' '}
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

/** Choices in the groups before that one. */
function before(groups: readonly FieldGroup[], index: number): number {
  return groups.slice(0, index).reduce((sum, group) => sum + group.choices.length, 0);
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
          Also called “<bdi>{choice.alias}</bdi>”
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
