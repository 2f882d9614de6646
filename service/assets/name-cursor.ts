import { unknownCursor } from '../access/page-cursor.ts';

/** A place in a list in order of names; of a long name the id has to do, and the name is read again. */
interface NamePlace {
  _id: string;
  name: string | null;
}

/** Cells hold up to 32,767 characters, and cursors stand in URLs. */
const NAME_MAX = 150;

export function nameCursor({ _id, name }: { _id: string; name: string }): string {
  const parts = name.length > NAME_MAX ? [_id] : [_id, name];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** @throws AppError invalid_request for what `nameCursor` did not make */
export function readNameCursor(cursor: string): NamePlace {
  const parts = parsed(cursor);
  if (!Array.isArray(parts)) throw unknownCursor();
  const [_id, name = null, ...rest] = parts as unknown[];
  if (typeof _id !== 'string' || (name !== null && typeof name !== 'string') || rest.length > 0) throw unknownCursor();
  return { _id, name };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
