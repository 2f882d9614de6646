import { makeStyles, mergeClasses, typographyStyles } from '@fluentui/react-components';
import { useEffect, type ReactNode } from 'react';
import { isFocusAdrift } from '#shared/pages/keep-focus.ts';
import { useSpokenStyles } from '#shared/pages/Spoken.tsx';

const useStyles = makeStyles({ heading: { ...typographyStyles.subtitle1, margin: 0, outlineStyle: 'none' } });

/** There is one at a time. */
const HEADING_ID = 'step-heading';

/** Where readers go on after the step in sight has become another one under their hands. Excel keeps the focus while the analyst is in the sheet. */
export function focusStepHeading(): void {
  if (document.hasFocus()) document.getElementById(HEADING_ID)?.focus();
}

interface StepHeadingProps {
  /** Whether it is only read out, where the list of steps says it to whoever sees the pane. */
  isSpoken?: boolean;
  children: ReactNode;
}

/** What a step is called. It takes the focus when it appears, if the step before took the focus with it or was left by its list. */
export function StepHeading({ isSpoken = false, children }: StepHeadingProps) {
  const styles = useStyles();
  const { spoken } = useSpokenStyles();
  useEffect(() => {
    if (isFocusAdrift(document) || document.activeElement?.closest('nav') !== null) focusStepHeading();
  }, []);
  return (
    <h2 id={HEADING_ID} tabIndex={-1} className={mergeClasses(styles.heading, isSpoken && spoken)}>
      {children}
    </h2>
  );
}
