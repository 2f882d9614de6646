import { Link, makeStyles, Text } from '@fluentui/react-components';
import { Fragment, useState } from 'react';
import { FieldName } from '#shared/pages/FieldName.tsx';

const SHOWN = 4;

const useStyles = makeStyles({ link: { fontSize: 'inherit', lineHeight: 'inherit' } });

/** Important fields that no column provides; the rest is one click away. */
export function MissingFields({ fields }: { fields: readonly string[] }) {
  const styles = useStyles();
  const [isLong, setIsLong] = useState(false);
  if (fields.length === 0) return null;
  const shown = isLong ? fields : fields.slice(0, SHOWN);
  const more = fields.length - shown.length;
  return (
    <Text size={200}>
      No column for{' '}
      {shown.map((name, index) => (
        <Fragment key={name}>
          {index > 0 && ', '}
          <FieldName name={name} />
        </Fragment>
      ))}
      {more > 0 && (
        <>
          {' '}
          and{' '}
          <Link inline className={styles.link} onClick={() => setIsLong(true)}>
            {more} more important {more === 1 ? 'field' : 'fields'}
          </Link>
        </>
      )}
      .
    </Text>
  );
}
