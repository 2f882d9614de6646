import { makeStyles, tokens } from '@fluentui/react-components';
import type { AssetDetail, TracedValue } from '#shared/schemas/asset.schema.ts';
import { Facts } from '../parts/Facts.tsx';
import { formatWord } from '../parts/format.ts';
import { fieldValueText } from './value-text.ts';

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
        values.map((value, at) => <Traced key={at} field={field} value={value} />),
      ])}
    />
  );
}

/** How a cell became its value. */
function ruleText(rule: string): string {
  return rule === 'decided-by-analyst' ? 'as an analyst decided' : `read by ${rule}`;
}

function Traced({ field, value }: { field: string; value: TracedValue }) {
  const styles = useStyles();
  const place = value.address ?? `row ${value.row_number}, column ${value.source_field ?? value.column_index + 1}`;
  return (
    <span className={styles.value}>
      <bdi>{fieldValueText(field, value.value)}</bdi>
      <span className={styles.quiet}>
        <bdi>{place}</bdi>
        {value.filename !== null && (
          <>
            {' '}
            in <bdi>{value.filename}</bdi>
          </>
        )}
        : “<bdi>{value.raw}</bdi>”, {ruleText(value.rule)}
        {value.decided_by !== null && `, decided by ${value.decided_by}`}
      </span>
    </span>
  );
}
