/** For a message bar without a title, which Fluent would make a group named by the title it has not. */
export const UNTITLED = { role: undefined, 'aria-labelledby': undefined };
