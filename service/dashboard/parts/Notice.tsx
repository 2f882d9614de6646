import { makeStyles, MessageBar, type MessageBarProps } from '@fluentui/react-components';

// Of a full page the list below gives way.
const useStyles = makeStyles({ notice: { flexShrink: 0 } });

/** A message bar above a list, which keeps its height. */
export function Notice(props: MessageBarProps) {
  const styles = useStyles();
  return <MessageBar {...props} className={styles.notice} />;
}
