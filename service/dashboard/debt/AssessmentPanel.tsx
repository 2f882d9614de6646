import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { fieldLabel } from '#shared/field-label.ts';
import type { AssessmentView } from '#shared/schemas/assessment.schema.ts';
import { CellPlace } from '../parts/CellPlace.tsx';
import { Facts } from '../parts/Facts.tsx';
import { formatWord } from '../parts/format.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { PanelSection } from '../parts/PanelSection.tsx';
import { SidePanel } from '../parts/SidePanel.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import type { Tenant } from '../session/session-context.ts';
import { standingOf } from './DebtTable.tsx';
import { noteWords } from './note-words.ts';
import { useAssessment } from './use-debt.ts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  found: { listStyleType: 'none' },
  item: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

/** One asset: what was found, with cells, dates and sources, and why it should be treated so. */
export function AssessmentPanel({ tenant, assetId, close }: { tenant: Tenant; assetId: string; close: () => void }) {
  const assessment = useAssessment(tenant, assetId);
  return (
    <SidePanel title={assessment.data?.asset_name ?? 'Asset'} close={close}>
      <Loaded query={assessment} what="the assessment">
        {(known) => <Assessed assessment={known} />}
      </Loaded>
    </SidePanel>
  );
}

function Assessed({ assessment }: { assessment: AssessmentView }) {
  const { debts, products, not_checked: notChecked, treatment, treatment_state: state } = assessment;
  return (
    <>
      <Facts
        facts={[
          ['Class', formatWord(assessment.asset_class)],
          ['Treatment', `${treatment === null ? '' : `${formatWord(treatment)}, `}${formatWord(state).toLowerCase()}`],
        ]}
      />
      <Sentences title="Why" sentences={assessment.reasons} />
      <Sentences title="What would change it" sentences={assessment.would_change} />
      <Sentences
        title="What is missing"
        sentences={assessment.missing_fields.map((field) => field.replace(/^\w+/, fieldLabel))}
      />
      <Section title="Debt" isEmpty={debts.length === 0}>
        {debts.map((debt, at) => (
          <Found key={at} values={debt.values}>
            <StatusBadge status={debt.severity} word={formatWord(debt.kind)} />
            <span>{debt.message}</span>
          </Found>
        ))}
      </Section>
      <Section title="Support of its products" isEmpty={products.length === 0}>
        {products.map((product, at) => (
          <Found key={at} values={product.values}>
            <span>
              <bdi>{product.product}</bdi>: {standingOf(product)}
            </span>
            {product.reason !== '' && <span>{product.reason}</span>}
            {product.releases.map((release) => (
              <Release key={release.version} release={release} />
            ))}
          </Found>
        ))}
      </Section>
      <Sentences title="Not checked" sentences={notChecked.map(({ reason }) => reason)} />
    </>
  );
}

function Release({ release }: { release: AssessmentView['products'][number]['releases'][number] }) {
  const styles = useStyles();
  const ends = release.security_until ?? 'no date';
  const note = noteWords(release.note);
  const bought = release.extended_until === null ? '' : `, paid support to ${release.extended_until}`;
  return (
    <span className={styles.quiet}>
      {release.version}: {ends}
      {bought} – {release.source ?? 'no source'}, as of {release.as_of}
      {release.is_weak && ', weak source'}
      {note !== '' && `; ${note}`}
    </span>
  );
}

function Section({ title, isEmpty, children }: { title: string; isEmpty: boolean; children: ReactNode }) {
  const styles = useStyles();
  return (
    <PanelSection title={title}>
      {isEmpty ? <Text>None found</Text> : <ul className={styles.list}>{children}</ul>}
    </PanelSection>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <Section title={title} isEmpty={false}>
      {sentences.map((sentence, at) => (
        <li key={at}>{sentence}</li>
      ))}
    </Section>
  );
}

type Values = AssessmentView['debts'][number]['values'];

/** Something found, and the cells that say so. */
function Found({ values, children }: { values: Values; children: ReactNode }) {
  const styles = useStyles();
  return (
    <li className={styles.found}>
      <div className={styles.item}>
        {children}
        {values.map((value, at) => (
          <span key={at} className={styles.quiet}>
            {formatWord(value.field)} · <CellPlace cell={value} />: &quot;<bdi>{value.raw}</bdi>&quot;
          </span>
        ))}
      </div>
    </li>
  );
}
