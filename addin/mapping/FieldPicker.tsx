import { Combobox, makeStyles, Option, OptionGroup } from '@fluentui/react-components';
import { useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { fieldLabel } from '#shared/field-label.ts';
import { formatNumber } from '#shared/format.ts';
import type { MappingCandidate } from '#shared/schemas/field-mapping.schema.ts';
import type { TargetFieldView } from '#shared/schemas/target-field.schema.ts';
import { useArrowStyles } from '../shell/use-arrow-styles.ts';
import { AddOption, ADD, FieldOption, LEFT_OUT, LEFT_OUT_LABEL, LeftOutOption } from './FieldOption.tsx';
import { findFields, firstOf, type FieldGroup } from './field-search.ts';
import { useShownOptions } from './use-shown-options.ts';

const useStyles = makeStyles({
  full: { minWidth: 0, width: '100%' },
  listbox: { maxHeight: '50vh' },
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
        <FieldOption
          key={choice.field.name}
          choice={choice}
          usedFor={usedFor.get(choice.field.name) ?? []}
          place={place(before(groups, index) + at + (index < likely ? 0 : 1))}
        />
      ))}
    </OptionGroup>
  ));
  const leftOut = <LeftOutOption key={LEFT_OUT} place={place(before(groups, likely))} />;
  const rest = found.more > 0 && (
    <Option key="more" disabled text="">
      {`${formatNumber(found.more)} more match; type more of the word`}
    </Option>
  );
  const add = (isSearched || shown.count >= fields.length) && (
    <AddOption
      key={ADD}
      searched={isSearched ? (search ?? '').trim() : ''}
      mayAdd={onAdd !== null}
      place={place(fields.length + 1)}
    />
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

/** Choices in the groups before that one. */
function before(groups: readonly FieldGroup[], index: number): number {
  return groups.slice(0, index).reduce((sum, group) => sum + group.choices.length, 0);
}
