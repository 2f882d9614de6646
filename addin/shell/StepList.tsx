import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, CircleFilled, CircleRegular } from '@fluentui/react-icons';
import { Spoken } from '#shared/pages/Spoken.tsx';

export const stepNames = ['Sheet', 'Mapping', 'Progress', 'Results'] as const;
export type StepName = (typeof stepNames)[number];

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    listStyleType: 'none',
    margin: 0,
    // In a wide window the steps stay beside each other.
    '@media (min-width: 40rem)': { justifyContent: 'flex-start', columnGap: tokens.spacingHorizontalXXL },
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalM,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  step: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    border: 'none',
    background: 'none',
    padding: tokens.spacingHorizontalXXS,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  open: {
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  current: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** Where am I, what is next; steps already reached can be visited again. */
export function StepList({
  current,
  reached,
  onStep,
}: {
  current: StepName;
  reached: readonly StepName[];
  onStep?(step: StepName): void;
}) {
  const styles = useStyles();
  const at = stepNames.indexOf(current);
  return (
    <nav aria-label="Steps">
      <ol className={styles.list}>
        {stepNames.map((name, index) => {
          const isOpen = reached.includes(name) && name !== current;
          const isDone = index < at && (isOpen || index === 0);
          const Icon = name === current ? CircleFilled : isDone ? CheckmarkCircleFilled : CircleRegular;
          return (
            <li key={name}>
              <button
                type="button"
                className={mergeClasses(styles.step, isOpen && styles.open, name === current && styles.current)}
                aria-current={name === current ? 'step' : undefined}
                disabled={!isOpen && name !== current}
                onClick={() => isOpen && onStep?.(name)}
              >
                <Icon aria-hidden /> {name}
                {name !== current && <Spoken>{isDone ? '(done)' : isOpen ? '(reached)' : '(to come)'}</Spoken>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
