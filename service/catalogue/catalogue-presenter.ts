import type { TargetFieldView } from '#shared/schemas/target-field.schema.ts';
import type { ImportCategory } from '#shared/statuses.ts';
import { fieldAliases } from '../mapping/field-aliases.ts';
import { allowedValues } from '../mapping/value-mapping.ts';
import type { CatalogueField } from './client-catalogue.ts';
import { fieldExamples } from './field-examples.ts';

/** Which kinds of import a category of fields is for; a category that is not listed is for all. */
const importsOf: Readonly<Record<string, readonly ImportCategory[]>> = {
  location: ['cmdb', 'infrastructure'],
  technical: ['cmdb', 'infrastructure', 'app-discovery'],
  application: ['cmdb', 'app-discovery'],
  performance: ['cmdb', 'infrastructure'],
  resilience: ['cmdb', 'app-discovery', 'sensitive'],
  dependency: ['cmdb', 'app-discovery', 'infrastructure'],
  migration: ['cmdb', 'app-discovery', 'infrastructure'],
};
const EVERY_IMPORT: readonly ImportCategory[] = ['cmdb', 'app-discovery', 'infrastructure', 'sensitive'];

export function presentTargetField({ field, aliases, isOwn, isRetired, version }: CatalogueField): TargetFieldView {
  const allowed = allowedValues(field.name);
  const builtIn = (ownOf(fieldAliases, field.name) ?? '').split(',').map((alias) => alias.trim().replace(/^~/, ''));
  return {
    name: field.name,
    type: field.type,
    category: field.category,
    critical: field.critical,
    repeatable: field.repeatable,
    definition: field.definition,
    examples: [...(ownOf(fieldExamples, field.name) ?? [])],
    aliases: [...new Set([...aliases, ...builtIn])].filter((alias) => alias !== ''),
    own_aliases: [...aliases],
    import_categories: [...(ownOf(importsOf, field.category) ?? EVERY_IMPORT)],
    allowed_values: allowed === null ? null : [...allowed],
    is_own: isOwn,
    retired: isRetired,
    version,
  };
}

/** Clients name fields and categories as they like: names that every JavaScript object has are none of theirs. */
function ownOf<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
