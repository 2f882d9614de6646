const FULL_DISK = /ENOSPC|No space left on device|not enough space on the disk/i;

/**
 * Names the setting of a start that failed because the disk of the database is full; the server's words alone name neither
 * it nor the folder.
 *
 * @param dataDir folder of the embedded database; null: another one is used
 * @returns null for another failure
 */
export function fullDiskFailure(cause: unknown, dataDir: string | null): Error | null {
  const words = FULL_DISK.exec(cause instanceof Error ? cause.message : String(cause))?.[0];
  if (words === undefined) return null;
  const what =
    dataDir === null
      ? `MONGODB_URI: the disk of the database is full (${words}). Make room on its servers; what is stored is kept.`
      : `DATA_DIR: the disk of ${dataDir}, where the embedded database is, is full (${words}). Make room there or give another DATA_DIR; what is stored is kept.`;
  return new Error(what, { cause });
}
