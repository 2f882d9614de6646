import { trusted, type ClientSession } from 'mongoose';
import type { CleansingQuestion } from '#shared/schemas/cleansing.schema.ts';
import type { TargetField } from '#shared/target-fields.ts';
import type { Actor } from '../access/principal.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { ClientCatalogue } from '../catalogue/client-catalogue.ts';
import { isUnitHeader } from '../cleansing/column-units.ts';
import { usualUnits } from '../cleansing/header-units.ts';
import { openChoices } from '../cleansing/open-choices.ts';
import type { MeasuredSheet } from '../cleansing/plan-columns.ts';
import { allowedValues } from '../mapping/value-mapping.ts';
import { answersOf, withAnswers } from '../memory/column-answers.ts';
import type { ColumnProfileDocument } from '../models/column-profile.model.ts';
import type { ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import type { Clock } from '../platform/clock.ts';
import type { ColumnProfile } from '../profiling/column-profile.ts';
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
}

/**
 * The values of columns, and the questions their cells leave open. Decisions are stored; proposals are made anew at every
 * reading, from the profiles of data validation.
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
    const { values } = await this.valuesOf(tenant, approved, session);
    const by = { actor: actor.name, at: this.deps.clock.now() };
    const changes = approved.flatMap((mapping) => {
      const { _id, target_field, column_index } = mapping;
      const review = values.get(column_index);
      if (review === undefined) return [];
      const value_decisions = decideProposals(review, answersOf(mapping).value_decisions, by);
      const answers = withAnswers(mapping, target_field, { value_decisions });
      return [{ filter: { _id }, update: { $set: { answers } } }];
    });
    await this.deps.fieldMappings.changeEach(tenant, changes, session);
  }

  async valuesOf(
    tenant: Tenant,
    mappings: readonly ImportFieldMappingDocument[],
    session?: ClientSession,
  ): Promise<ValuesOfColumns> {
    const values = new Map<number, ValueReview>();
    const questions = new Map<number, CleansingQuestion[]>();
    const fields = new Map(
      (await this.deps.catalogue.activeFields(tenant, session)).map((field) => [field.name, field]),
    );
    const asked = mappings.filter(({ target_field: name }) => name !== null && hasReview(fields.get(name)));
    // A column of units says in what the numbers beside it are.
    const measured = mappings.filter((mapping) => asked.includes(mapping) || isUnitHeader(mapping.source_field));
    const byColumn = await this.profilesOf(tenant, measured, session);
    const sheet = sheetOf(mappings, byColumn);
    for (const mapping of asked) {
      const profile = byColumn.get(mapping.column_index);
      const field = fields.get(mapping.target_field ?? '');
      const review = isClosed(mapping) ? reviewValues(mapping, profile) : null;
      if (review !== null) values.set(mapping.column_index, review);
      if (field !== undefined)
        questions.set(mapping.column_index, openChoices({ columnIndex: mapping.column_index, field }, sheet));
    }
    return { values, questions };
  }

  /** The profiles of the mappings' columns, by column index; none before data validation ran. */
  async profilesOf(
    tenant: Tenant,
    mappings: readonly ImportFieldMappingDocument[],
    session?: ClientSession,
  ): Promise<Map<number, ColumnProfile>> {
    const [first] = mappings;
    if (first === undefined) return new Map();
    const columns = trusted({ $in: mappings.map((mapping) => mapping.column_index) });
    const filter = { data_import_id: first.data_import_id, column_index: columns };
    const found = await this.deps.columnProfiles.list(tenant, filter, { column_index: 1 }, session);
    return new Map(found.map(({ column_index, profile }) => [column_index, profile as ColumnProfile]));
  }
}

/** The sheet's headers and profiles, by column index. */
function sheetOf(
  mappings: readonly ImportFieldMappingDocument[],
  profiles: ReadonlyMap<number, ColumnProfile>,
): Pick<MeasuredSheet, 'headers' | 'columns'> {
  const headers: string[] = [];
  const columns: ColumnProfile[] = [];
  for (const { column_index: at, source_field: header } of mappings) headers[at] = header;
  for (const [at, profile] of profiles) columns[at] = profile;
  return { headers, columns };
}

function isClosed({ target_field: field }: ImportFieldMappingDocument): boolean {
  return field !== null && allowedValues(field) !== null;
}

/** Whether the profile of a column with this field gives values to decide on or questions to answer. */
function hasReview(field: TargetField | undefined): boolean {
  if (field === undefined) return false;
  const { name, repeatable, type } = field;
  return repeatable || REVIEWED.has(type) || allowedValues(name) !== null || usualUnits(name).length > 0;
}

const REVIEWED: ReadonlySet<TargetField['type']> = new Set(['date', 'datetime']);
