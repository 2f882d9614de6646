import { makeStyles, tokens } from '@fluentui/react-components';
import type { AssetDetail, TracedValue } from '#shared/schemas/asset.schema.ts';
import { Facts } from '../parts/Facts.tsx';
import { formatWord } from '../parts/format.ts';
import { valueText } from './value-text.ts';

const useStyles = makeStyles({
  value: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

/** Fields with their values, each with the cell it came from, what stood there, and the rule that read it. */
export function TracedFields({ fields }: { fields: AssetDetail['values'] }) {
  return (
    <Facts
      facts={fields.map(({ field, values }) => [
        formatWord(field),
        values.map((value, at) => <Traced key={at} value={value} />),
      ])}
    />
  );
}

function Traced({ value }: { value: TracedValue }) {
  const styles = useStyles();
  const place = value.address ?? `row ${value.row_number}, column ${value.source_field ?? value.column_index + 1}`;
  return (
    <span className={styles.value}>
      <bdi>{valueText(value.value)}</bdi>
      <span className={styles.quiet}>
        <bdi>{place}</bdi>
        {value.filename !== null && (
          <>
            {' '}
            in <bdi>{value.filename}</bdi>
          </>
        )}
        : “<bdi>{value.raw}</bdi>”, read by {value.rule}
        {value.decided_by !== null && `, decided by ${value.decided_by}`}
      </span>
    </span>
  );
}
