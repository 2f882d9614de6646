import { makeStyles, tokens } from '@fluentui/react-components';

/** A page with a list that takes the height that is left, and the filters above it. */
export const usePageStyles = makeStyles({
  page: {
    height: '100%',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXL,
    overflow: 'auto',
  },
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
});
