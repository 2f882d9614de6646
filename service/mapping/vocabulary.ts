import { fieldAliases } from './field-aliases.ts';
import { lexicon } from './lexicon.ts';
import { otherThings } from './other-things.ts';
import { roleWords } from './word-roles.ts';

/** Longest piece a run-together word is cut into, characters. */
const PIECE_MAX = 16;
/** Two letters that are words of their own inside a run-together header: `osver`, `vmname`. */
const SHORT_PIECES = new Set(['os', 'ip', 'vm', 'db', 'id', 'hw', 'sw', 'no', 'nr']);

const known: ReadonlySet<string> = new Set(
  [
    ...lexicon.keys(),
    ...lexicon.values(),
    ...roleWords,
    ...Object.values(fieldAliases),
    ...Object.values(otherThings),
    ...Object.keys(fieldAliases).map((field) => field.replaceAll('_', ' ')),
  ].flatMap((text) =>
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .split(/[^\p{L}\p{N}]+/u),
  ),
);

/** Whether it is a word of the lexicon, of a role or of an alias: there are some thousands. */
export const isInNames = (word: string): boolean => known.has(word);

/** Words of the lexicon are whole; longer ones that only an alias holds may still be several: `plattenplatz`. */
const whole: ReadonlySet<string> = new Set([
  ...lexicon.keys(),
  ...[...lexicon.values()].flatMap((meaning) => meaning.split(' ')),
]);
const COMPOUND_MIN = 9;

const isPiece = (word: string): boolean => (word.length > 2 ? known.has(word) : SHORT_PIECES.has(word));

/**
 * A word as known words: itself, without a digit stuck to its end (`name0`), or cut where known words meet (`osver`,
 * `hostadresse`; a German linking `s` may stand between). The word alone when no cut fits. Quadratic at most in
 * `PIECE_MAX`, not in the word.
 */
export function cutWord(word: string): string[] {
  if (word.length < 4 || whole.has(word) || (known.has(word) && word.length < COMPOUND_MIN)) return [word];
  const bare = word.replace(/\d{1,2}$/, '');
  if (bare !== word && (known.has(bare) || bare.length < 4)) return known.has(bare) ? [bare] : [word];
  return cutInto(bare, word) ?? [word];
}

/** Fewest pieces win; among equals the one whose first piece is longest. */
function cutInto(word: string, itself: string): string[] | null {
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    let shortest: string[] | null = null;
    for (let start = Math.max(0, end - PIECE_MAX); start < end; start += 1) {
      const before = best[start] ?? null;
      if (before === null || before.length > 3) continue;
      const piece = word.slice(start, end);
      if (piece === itself) continue;
      const fits = isPiece(piece)
        ? piece
        : start > 0 && piece.endsWith('s') && isPiece(piece.slice(0, -1))
          ? piece.slice(0, -1)
          : null;
      if (fits !== null && (shortest === null || before.length + 1 < shortest.length)) shortest = [...before, fits];
    }
    best.push(shortest);
  }
  return best.at(-1) ?? null;
}
