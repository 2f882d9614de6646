import type { AssetDetail } from '#shared/schemas/asset.schema.ts';

interface FieldsOfSource {
  importId: string;
  filename: string | null;
  sheetName: string | null;
  fields: AssetDetail['values'];
}

/** Values by the import they came from, in the order of the fields; a field of several imports stands under each. */
export function fieldsBySource(fields: AssetDetail['values']): FieldsOfSource[] {
  const sources = new Map<string, FieldsOfSource>();
  for (const { field, values } of fields)
    for (const value of values) {
      const { data_import_id: importId, filename, sheet_name: sheetName } = value;
      const source = sources.get(importId) ?? { importId, filename, sheetName, fields: [] };
      sources.set(importId, source);
      const last = source.fields.at(-1);
      if (last?.field === field) last.values.push(value);
      else source.fields.push({ field, values: [value] });
    }
  return [...sources.values()];
}
