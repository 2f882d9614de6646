import { makeStyles, tokens } from '@fluentui/react-components';
import { cleansingRuleWords } from '#shared/cleansing-rule-words.ts';
import type { AssetDetail, TracedValue } from '#shared/schemas/asset.schema.ts';
import { fieldValueText } from '#shared/value-text.ts';
import { CellPlace } from '../parts/CellPlace.tsx';
import { Facts } from '../parts/Facts.tsx';
import { formatWord } from '../parts/format.ts';

const useStyles = makeStyles({
  value: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

/** Fields with their values, each with the cell it came from, what stood there, and how it was read. */
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

function Traced({ field, value }: { field: string; value: TracedValue }) {
  const styles = useStyles();
  return (
    <span className={styles.value}>
      <bdi>{fieldValueText(field, value.value)}</bdi>
      <span className={styles.quiet}>
        <CellPlace cell={value} />: “<bdi>{value.raw}</bdi>”, {cleansingRuleWords(value.rule)}
        {value.decided_by !== null && `, decided by ${value.decided_by}`}
      </span>
    </span>
  );
}
