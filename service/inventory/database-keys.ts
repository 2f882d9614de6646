/**
 * What databases are looked up by when somebody names them without their host: two hosts may each have an `ORCL`, so their
 * identification keys carry the host (`name:orcl@n1`), and `database:orcl` finds both. It identifies nothing.
 */
export function bareDatabaseKeys({ asset_class, keys }: { asset_class: string; keys: readonly string[] }): string[] {
  if (asset_class !== 'database') return [];
  return keys.flatMap((key) => /^name:(.+)@[^@]+$/.exec(key)?.[1] ?? []).map(databaseKey);
}

export const databaseKey = (name: string): string => `database:${name}`;
