import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ComponentProps } from 'react';

/** Out of sight, and there for screen readers. */
export const useSpokenStyles = makeStyles({
  spoken: {
    position: 'absolute',
    width: tokens.strokeWidthThin,
    height: tokens.strokeWidthThin,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Words that whoever sees the page reads from its icons, places and colours. */
export function Spoken(props: ComponentProps<'span'>) {
  const { spoken } = useSpokenStyles();
  return <span {...props} className={mergeClasses(spoken, props.className)} />;
}
