/** Of the links to the pages, beside whatever page is open. */
export const NAVIGATION_ID = 'navigation';
