/** Names this short, and names that begin otherwise (SSL_CERT_FILE), are not taken for one two letters away. */
const SHORT = 5;
const EDITS_MAX = 2;

/** The known name that a name was probably meant to be: one or two letters are missing, too many, wrong or swapped. */
export function findMeant(name: string, known: readonly string[]): string | null {
  if (known.includes(name)) return null;
  const near = known
    // Each letter more or less is an edit; comparing all names took half a second of a start on a busy machine.
    .filter((other) => Math.abs(other.length - name.length) <= EDITS_MAX)
    .map((other) => ({ other, edits: editsBetween(name, other) }))
    .filter(({ other, edits }) => edits <= (other.length > SHORT && other[0] === name[0] ? EDITS_MAX : 1))
    .sort((left, right) => left.edits - right.edits);
  return near[0]?.other ?? null;
}

/** Letters to put in, take out, replace or swap with their neighbour to make one of the other (optimal string alignment). */
function editsBetween(from: string, to: string): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= to.length; at += 1) {
      const isSame = from[row - 1] === to[at - 1];
      const isSwapped = row > 1 && at > 1 && from[row - 1] === to[at - 2] && from[row - 2] === to[at - 1];
      const edits = [(last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (isSame ? 0 : 1)];
      next.push(Math.min(...edits, isSwapped ? (before[at - 2] ?? 0) + 1 : Infinity));
    }
    [before, last] = [last, next];
  }
  return last[to.length] ?? 0;
}
