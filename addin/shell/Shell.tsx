import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useEffect, type ReactNode } from 'react';
import { StepHeading } from './StepHeading.tsx';
import { StepList, stepNames, type StepName } from './StepList.tsx';

interface ShellProps {
  /** Where the analyst is; null before the steps begin. */
  step: StepName | null;
  reached?: readonly StepName[];
  onStep?(step: StepName): void;
  /** Client and engagement, opens the picker. */
  context?: ReactNode;
  menu?: ReactNode;
  /** What will happen, and the one button. */
  footer?: ReactNode;
  children: ReactNode;
}

/** As of a small pane at 200 % zoom. */
const LOW_PANE = '@media (max-height: 26rem)';

const useStyles = makeStyles({
  shell: {
    display: 'grid',
    gridTemplateRows: 'auto auto 1fr auto',
    height: '100vh',
    minWidth: 0,
    // Header and footer scroll along where they would leave no room between them.
    [LOW_PANE]: { height: 'auto', minHeight: '100vh' },
  },
  // The top right corner belongs to Office: it draws its own menu there.
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    paddingInlineStart: tokens.spacingHorizontalM,
    paddingInlineEnd: tokens.spacingHorizontalXXXL,
    minWidth: 0,
  },
  title: { whiteSpace: 'nowrap' },
  context: { flexGrow: 1, flexBasis: 0, minWidth: '4rem', display: 'flex', justifyContent: 'flex-end' },
  body: {
    position: 'relative',
    overflowY: 'auto',
    [LOW_PANE]: { overflowY: 'visible' },
    '> *': { flexShrink: 0 },
    padding: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
  },
  footer: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    // The button stays beside the words while there is room for their longest; only then it goes below them.
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    '> *': { minWidth: 'min-content', maxWidth: '100%' },
    '> :not(button, a)': { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
  },
  // Where the focus goes when what had it is gone; seen whole, though it fills the pane's width.
  place: {
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
});

export function Shell({ step, reached = [], onStep, context, menu, footer, children }: ShellProps) {
  const styles = useStyles();
  useEffect(() => {
    document.title = `${step ?? 'Connect'} – CMDB Import`;
  }, [step]);
  return (
    <div className={styles.shell}>
      <header className={styles.header}>
        <Text as="h1" size={400} weight="semibold" className={styles.title} style={{ margin: 0 }}>
          CMDB Import
        </Text>
        <div className={styles.context}>{context}</div>
        {menu}
      </header>
      {step === null ? <div /> : <StepList current={step} reached={reached} {...(onStep ? { onStep } : {})} />}
      <main className={mergeClasses(styles.body, styles.place)} tabIndex={-1}>
        {step !== null && (
          <StepHeading key={step} isSpoken>
            Step {stepNames.indexOf(step) + 1} of {stepNames.length}: {step}
          </StepHeading>
        )}
        {children}
      </main>
      {footer ? (
        <footer className={mergeClasses(styles.footer, styles.place)} aria-label="What happens next" tabIndex={-1}>
          {footer}
        </footer>
      ) : (
        <div />
      )}
    </div>
  );
}
