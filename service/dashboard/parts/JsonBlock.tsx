import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { CopyButton } from './ShortId.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { margin: 0 },
  json: {
    margin: 0,
    marginBlockStart: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    maxHeight: '24rem',
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/** A whole JSON value as text. */
export function JsonBlock({ title, value }: { title: string; value: unknown }) {
  const styles = useStyles();
  const json = JSON.stringify(value, null, 2);
  return (
    <section>
      <div className={styles.head}>
        <Subtitle2 as="h3" className={styles.title}>
          {title}
        </Subtitle2>
        <CopyButton text={json} what={title.toLowerCase()} />
      </div>
      <pre className={styles.json} tabIndex={0} aria-label={title}>
        {json}
      </pre>
    </section>
  );
}
