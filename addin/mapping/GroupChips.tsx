import { makeStyles, shorthands, ToggleButton, tokens } from '@fluentui/react-components';
import { formatNumber } from '#shared/format.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { groupOf, reviewGroups, type ReviewGroup } from './review-state.ts';

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  // A shade of grey alone would not tell which is pressed.
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    ...shorthands.borderColor(tokens.colorCompoundBrandStroke),
  },
});

interface GroupChipsProps {
  mappings: readonly FieldMapping[];
  threshold: number;
  /** Whether decisions can still be made. */
  isOpen: boolean;
  chosen: ReviewGroup | null;
  onChoose(group: ReviewGroup | null): void;
}

/** What the columns ask of the analyst, counted; each count lists what it counts. Empty groups are not drawn. */
export function GroupChips({ mappings, threshold, isOpen, chosen, onChoose }: GroupChipsProps) {
  const styles = useStyles();
  const groups = mappings.map((mapping) => groupOf(mapping, { threshold, isOpen }));
  const counted = reviewGroups
    .map((one) => ({ ...one, count: groups.filter((group) => group === one.group).length }))
    .filter(({ group, count }) => count > 0 || group === chosen);
  return (
    <div className={styles.chips} role="group" aria-label="Show">
      {counted.map(({ group, label, count }) => (
        <ToggleButton
          key={group}
          size="small"
          shape="circular"
          className={group === chosen ? styles.chosen : ''}
          checked={group === chosen}
          onClick={() => onChoose(group === chosen ? null : group)}
        >
          {label} {formatNumber(count)}
        </ToggleButton>
      ))}
    </div>
  );
}
