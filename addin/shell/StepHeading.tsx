import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';

const useStyles = makeStyles({
  heading: { ...typographyStyles.subtitle1, margin: 0, outlineStyle: 'none' },
  // The list of steps says it to whoever sees the pane.
  spoken: {
    position: 'absolute',
    width: tokens.strokeWidthThin,
    height: tokens.strokeWidthThin,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

interface StepHeadingProps {
  /** Whether it is only read out. */
  isSpoken?: boolean;
  children: ReactNode;
}

/** What a step is called. It takes the focus when it appears, if the step before took the focus with it or was left by its list. */
export function StepHeading({ isSpoken = false, children }: StepHeadingProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const focused = document.activeElement;
    const isFree = focused === null || focused === document.body || focused.closest('nav') !== null;
    // Excel keeps the focus while the analyst is in the sheet.
    if (isFree && document.hasFocus()) heading.current?.focus();
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1} className={mergeClasses(styles.heading, isSpoken && styles.spoken)}>
      {children}
    </h2>
  );
}
