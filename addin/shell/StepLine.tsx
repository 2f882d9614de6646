import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, CircleFilled, CircleRegular } from '@fluentui/react-icons';
import { paneSteps, type PaneStep } from './pane-state.ts';

const labels: Record<PaneStep, string> = {
  sheet: 'Sheet',
  progress: 'Progress',
  mapping: 'Mapping',
  results: 'Results',
};

const useStyles = makeStyles({
  list: {
    display: 'flex',
    alignItems: 'center',
    listStyleType: 'none',
    margin: 0,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalM,
    overflowX: 'auto',
    scrollbarWidth: 'none',
  },
  item: { display: 'flex', alignItems: 'center', flexGrow: 1, '&:last-child': { flexGrow: 0 } },
  step: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalXS,
    borderStyle: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground3,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
    ':focus-visible': { outlineStyle: 'solid', outlineWidth: tokens.strokeWidthThick, outlineOffset: '-2px' },
  },
  reachable: {
    cursor: 'pointer',
    color: tokens.colorNeutralForeground2,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  current: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  line: {
    flexGrow: 1,
    minWidth: tokens.spacingHorizontalXS,
    marginInline: tokens.spacingHorizontalXXS,
    borderTopStyle: 'solid',
    borderTopWidth: tokens.strokeWidthThin,
    borderTopColor: tokens.colorNeutralStroke2,
  },
});

/** Where am I, what is next; past steps can be visited. */
export function StepLine(props: { step: PaneStep; isReachable: (step: PaneStep) => boolean; visit: (step: PaneStep) => void }) {
  const styles = useStyles();
  const current = paneSteps.indexOf(props.step);
  return (
    <nav aria-label="Steps of the import">
      <ol className={styles.list}>
        {paneSteps.map((step, index) => {
          const isCurrent = step === props.step;
          const canVisit = props.isReachable(step);
          return (
            <li key={step} className={styles.item}>
              <button
                type="button"
                className={mergeClasses(styles.step, canVisit && styles.reachable, isCurrent && styles.current)}
                aria-current={isCurrent ? 'step' : undefined}
                aria-disabled={!canVisit}
                onClick={() => canVisit && props.visit(step)}
              >
                <StepMark isCurrent={isCurrent} isPast={index < current} />
                {labels[step]}
              </button>
              {index < paneSteps.length - 1 && <span className={styles.line} aria-hidden="true" />}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function StepMark({ isCurrent, isPast }: { isCurrent: boolean; isPast: boolean }) {
  if (isPast) return <CheckmarkCircleFilled aria-label="Done:" />;
  return isCurrent ? <CircleFilled aria-hidden="true" /> : <CircleRegular aria-hidden="true" />;
}
