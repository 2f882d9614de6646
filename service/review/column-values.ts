import { trusted, type ClientSession } from 'mongoose';
import type { CleansingQuestion } from '#shared/schemas/cleansing.schema.ts';
import { isOpenValue } from '#shared/open-value.ts';
import type { TargetField } from '#shared/target-fields.ts';
import type { Actor } from '../access/principal.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { ClientCatalogue } from '../catalogue/client-catalogue.ts';
import { writtenAs, type ColumnEvidence } from '../cleansing/column-evidence.ts';
import { isUnitHeader } from '../cleansing/column-units.ts';
import { openChoices } from '../cleansing/open-choices.ts';
import type { MeasuredSheet } from '../cleansing/plan-columns.ts';
import { readSamples, type SampleReading } from '../cleansing/sample-readings.ts';
import { answersOf, withAnswers } from '../memory/column-answers.ts';
import type { ColumnProfileDocument } from '../models/column-profile.model.ts';
import type { ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import type { Clock } from '../platform/clock.ts';
import type { ColumnProfile } from '../profiling/column-profile.ts';
import { mayBeCut } from '../profiling/cut-text.ts';
import { mappedColumn } from './mapped-column.ts';
import { decideProposals, reviewValues, type ValueReview } from './propose-values.ts';

interface ColumnValuesDependencies {
  catalogue: ClientCatalogue;
  fieldMappings: TenantCollection<ImportFieldMappingDocument>;
  columnProfiles: TenantCollection<ColumnProfileDocument>;
  clock: Clock;
}

export interface ValuesOfColumns {
  /** By column index, of the columns whose field has a closed vocabulary. */
  values: ReadonlyMap<number, ValueReview>;
  /** By column index, the questions that measured cells leave open. */
  questions: ReadonlyMap<number, readonly CleansingQuestion[]>;
  /** By column index, how samples are read with what was answered so far. */
  readings: ReadonlyMap<number, readonly SampleReading[]>;
}

/** What is read of an import to say something of its columns' cells. */
interface Measures {
  fields: ReadonlyMap<string, TargetField>;
  byColumn: ReadonlyMap<number, MeasuresOfColumn>;
  headers: readonly string[];
  columns: readonly ColumnProfile[];
}

interface MeasuresOfColumn {
  profile: ColumnProfile;
  evidence: ColumnEvidence | null;
}

/**
 * The values of columns, the questions their cells leave open, and how samples are read. Decisions are stored; all else is
 * made anew at every reading, from the profiles of data validation.
 */
export class ColumnValues {
  private readonly deps: ColumnValuesDependencies;

  constructor(dependencies: ColumnValuesDependencies) {
    this.deps = dependencies;
  }

  /** Approving a field approves the proposals for its values. In bulk, guesses stay open. */
  async approve(
    { tenant, actor }: { tenant: Tenant; actor: Actor },
    mappings: readonly ImportFieldMappingDocument[],
    session: ClientSession,
  ): Promise<void> {
    const approved = mappings.filter((mapping) => mapping.status === 'approved');
    const { byColumn } = await this.measure(tenant, approved, session);
    const by = { actor: actor.name, at: this.deps.clock.now() };
    const changes = approved.flatMap((mapping) => {
      const { _id, target_field, column_index } = mapping;
      const review = reviewValues(mapping, byColumn.get(column_index)?.profile);
      if (review === null) return [];
      const value_decisions = decideProposals(review, answersOf(mapping).value_decisions, by);
      const answers = withAnswers(mapping, target_field, { value_decisions });
      return [{ filter: { _id }, update: { $set: { answers } } }];
    });
    await this.deps.fieldMappings.changeEach(tenant, changes, session);
  }

  async valuesOf(
    tenant: Tenant,
    mappings: readonly ImportFieldMappingDocument[],
    workbook: Pick<MeasuredSheet, 'dateSystem' | 'sheetName'>,
  ): Promise<ValuesOfColumns> {
    const values = new Map<number, ValueReview>();
    const questions = new Map<number, CleansingQuestion[]>();
    const readings = new Map<number, SampleReading[]>();
    const { fields, byColumn, headers, columns } = await this.measure(tenant, mappings);
    const sheet = { headers, columns, ...workbook };
    for (const mapping of mappings) {
      const { column_index: columnIndex } = mapping;
      const measures = byColumn.get(columnIndex);
      const field = fields.get(mapping.target_field ?? '');
      if (measures === undefined || field === undefined) continue;
      const review = reviewValues(mapping, measures.profile);
      if (review !== null) values.set(columnIndex, review);
      const open = openChoices({ columnIndex, field }, sheet);
      questions.set(columnIndex, open);
      const answered = answersOf(mapping).cleansing ?? {};
      if (open.every(({ choice, proposed }) => proposed !== undefined || Object.hasOwn(answered, choice)))
        readings.set(columnIndex, readingsOf({ mapping, field, review, measures }, sheet));
    }
    return { values, questions, readings };
  }

  /** The profiles of the mappings' columns, by column index; none before data validation ran. */
  async profilesOf(
    tenant: Tenant,
    mappings: readonly ImportFieldMappingDocument[],
    session?: ClientSession,
  ): Promise<Map<number, ColumnProfile>> {
    const measures = await this.measuresOf(tenant, mappings, session);
    return new Map([...measures].map(([column, { profile }]) => [column, profile]));
  }

  private async measure(
    tenant: Tenant,
    mappings: readonly ImportFieldMappingDocument[],
    session?: ClientSession,
  ): Promise<Measures> {
    const fields = new Map(
      (await this.deps.catalogue.activeFields(tenant, session)).map((field) => [field.name, field]),
    );
    // A column of units says in what the numbers beside it are.
    const measured = mappings.filter(
      ({ target_field: field, source_field: header }) => fields.has(field ?? '') || isUnitHeader(header),
    );
    const byColumn = await this.measuresOf(tenant, measured, session);
    const headers: string[] = [];
    const columns: ColumnProfile[] = [];
    for (const { column_index: at, source_field: header } of mappings) headers[at] = header;
    for (const [at, { profile }] of byColumn) columns[at] = profile;
    return { fields, byColumn, headers, columns };
  }

  private async measuresOf(
    tenant: Tenant,
    mappings: readonly ImportFieldMappingDocument[],
    session?: ClientSession,
  ): Promise<Map<number, MeasuresOfColumn>> {
    const [first] = mappings;
    if (first === undefined) return new Map();
    const columns = trusted({ $in: mappings.map((mapping) => mapping.column_index) });
    const filter = { data_import_id: first.data_import_id, column_index: columns };
    const found = await this.deps.columnProfiles.list(tenant, filter, { column_index: 1 }, session);
    return new Map(
      found.map(({ column_index, profile, evidence }) => [
        column_index,
        { profile: profile as ColumnProfile, evidence: (evidence as ColumnEvidence | null | undefined) ?? null },
      ]),
    );
  }
}

interface ReadColumn {
  mapping: ImportFieldMappingDocument;
  field: TargetField;
  review: ValueReview | null;
  measures: MeasuresOfColumn;
}

/** With the proposals for its values as if they were approved; of a value that waits for somebody nothing is told. */
function readingsOf({ mapping, field, review, measures }: ReadColumn, sheet: MeasuredSheet): SampleReading[] {
  const { value_decisions: given } = answersOf(mapping);
  const decisions = review === null ? given : decideProposals(review, given, { actor: '', at: new Date(0) });
  const undecided = new Set(review?.values.filter(isOpenValue).map(({ value }) => value));
  const seen = measures.evidence?.writtenAs === writtenAs(field) ? measures.evidence : null;
  return readSamples(mappedColumn(mapping, field, decisions), sheet, seen).filter(
    ({ sample }) => !undecided.has(sample) && !mayBeCut(sample),
  );
}
