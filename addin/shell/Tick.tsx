import { Checkbox, makeStyles, mergeClasses, tokens, type CheckboxProps } from '@fluentui/react-components';

// Fluent keeps room for a focus ring around the box; the pane's own margin is wide enough for that.
const useStyles = makeStyles({ flush: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` } });

/** A checkbox whose box is in line with the text above and below it. */
export function Tick(props: CheckboxProps) {
  const styles = useStyles();
  return <Checkbox {...props} className={mergeClasses(styles.flush, props.className)} />;
}
