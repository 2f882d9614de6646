const SHOWN_CHARACTERS = 8;

/** The last characters of an id, which tell ids apart best; of a short one all. */
export function idEnd(id: string): string {
  return id.length > SHOWN_CHARACTERS + 2 ? `…${id.slice(-SHOWN_CHARACTERS)}` : id;
}
