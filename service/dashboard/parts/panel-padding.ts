import { tokens } from '@fluentui/react-components';

/** Between the edges of a side panel and what it shows. */
export const PANEL_PADDING = { block: tokens.spacingVerticalM, inline: tokens.spacingHorizontalXXL };
