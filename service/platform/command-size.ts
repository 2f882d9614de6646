/**
 * Bytes that a command may carry by the estimate below: a quarter of what the server takes in one document (16 MB), which
 * a command is.
 */
const COMMAND_BYTES_MAX = 4_000_000;
const BYTES_PER_CHARACTER_MAX = 3;
const BYTES_OF_ANYTHING = 16;

/** Documents in their order, parted so that each part fits into a command. */
export function* inCommands<Document extends object>(documents: readonly Document[]): Generator<Document[]> {
  let part: Document[] = [];
  let bytes = 0;
  for (const document of documents) {
    const more = bytesAtMost(document);
    if (bytes + more > COMMAND_BYTES_MAX && part.length > 0) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(document);
    bytes += more;
  }
  if (part.length > 0) yield part;
}

/** Not less than what BSON takes, told a tenth as fast as its exact size costs. */
export function bytesAtMost(value: unknown): number {
  if (typeof value === 'string') return BYTES_OF_ANYTHING + value.length * BYTES_PER_CHARACTER_MAX;
  if (typeof value !== 'object' || value === null || value instanceof Date) return BYTES_OF_ANYTHING;
  let bytes = BYTES_OF_ANYTHING;
  if (Array.isArray(value)) for (const item of value) bytes += bytesAtMost(item);
  else for (const [name, item] of Object.entries(value)) bytes += bytesAtMost(name) + bytesAtMost(item);
  return bytes;
}
