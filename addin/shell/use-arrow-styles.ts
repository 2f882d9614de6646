import { makeStyles, tokens } from '@fluentui/react-components';

/** The arrow that opens a list, as large as a finger or a tremor needs. */
export const useArrowStyles = makeStyles({
  arrow: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: tokens.spacingHorizontalXXL,
    minHeight: tokens.spacingVerticalXXL,
  },
});
