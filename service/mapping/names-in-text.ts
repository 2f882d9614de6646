/** Which names of values a longer text holds, and whether it means them: `Production (EU)`, `Prod / Test`, `nicht mehr aktiv`. */

interface HeldNames {
  /** At least one, each different; of a phrase (`production disaster recovery`) only that of its longest name. */
  values: string[];
  /** Why the text does not mean the thing it names; null when nothing speaks against it. */
  doubt: string | null;
}

interface NameInText {
  value: string;
  /** The words mean it only sometimes. */
  isWeak: boolean;
}

interface Word {
  text: string;
  /** Nothing but a blank, a dot or a hyphen parts it from the word before. */
  isJoined: boolean;
}

/** Words from `from` up to `to`, without that one. */
interface Match extends NameInText {
  from: number;
  to: number;
}

const NAME_WORDS_MAX = 4;

/** Words that turn a name after them round, or say that it is not so now. Which of the others is meant, they do not say. */
const DENIALS: ReadonlySet<string> = new Set(
  (
    'non|not|no|never|without|ex|former|formerly|previous|previously|outside|except|post|before|like|nicht|kein|keine|ohne|' +
    'ehemals|fruher|vormals|ausserhalb|vor|pas|sans|hors|avant|ancien|ancienne|sin|fuera|antes|senza|fuori|sem|nao|niet|geen|buiten|' +
    'ready|will|soon|almost|approaching|future|wird|werden|bald|kunftig|copy|clone|replica|kopie|copie|copia'
  ).split('|'),
);
/** Before a number, a day from which or up to which it is so. */
const TERMS: ReadonlySet<string> = new Set(
  'from|until|till|ab|bis|jusqu|jusque|desde|hasta|dal|fino|vanaf|tot'.split('|'),
);
/** Words for a part of a thing or a topic around it, not for the thing: `server room`, `SQL Server license`. */
const BELONGINGS: ReadonlySet<string> = new Set(
  (
    'license|licenses|licence|licences|lizenz|lizenzen|licencia|licencias|room|raum|rack|racks|cabinet|schrank|accessory|' +
    'accessories|zubehor|mailbox|mailboxes|postfach|rule|rules|regel|regeln|cable|cables|kabel|cal|cals|warranty|garantie|' +
    'contract|vertrag|subscription|parts|ersatzteile|bag|bags|tasche|paper|papier|papel|toner|ink|adapter|charger|battery|batterie|sleeve|stand'
  ).split('|'),
);

/** Before a name they say more than it does: `highly confidential`, `molto alta`. */
const INTENSIFIERS: ReadonlySet<string> = new Set(
  'very|highly|strictly|extremely|sehr|hochst|streng|strikt|ausserst|tres|strictement|extremement|muy|estrictamente|molto|strettamente|muito|zeer'.split(
    '|',
  ),
);

/** @param nameOf the name that some words are, with a blank between each */
export function namesInText(text: string, nameOf: (words: string) => NameInText | undefined): HeldNames | null {
  const words = wordsOf(text);
  const matches = matchesIn(words, nameOf);
  if (matches.length === 0) return null;
  return {
    values: valuesOf(matches, words),
    doubt: doubtIn(words, matches) ?? (text.includes('?') ? 'and asks' : null),
  };
}

function wordsOf(text: string): Word[] {
  let end = 0;
  return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }) => {
    const isJoined = /^[ .-]$/.test(text.slice(end, index));
    end = index + word.length;
    return { text: word, isJoined };
  });
}

/** In order; without those that are a part of a longer one. */
function matchesIn(words: readonly Word[], nameOf: (words: string) => NameInText | undefined): Match[] {
  const matches: Match[] = [];
  for (let from = 0; from < words.length; from += 1)
    for (let to = Math.min(words.length, from + NAME_WORDS_MAX); to > from; to -= 1) {
      const name = nameOf(
        words
          .slice(from, to)
          .map((word) => word.text)
          .join(' '),
      );
      if (name === undefined) continue;
      const { value, isWeak } = name;
      if (to > (matches.at(-1)?.to ?? 0)) matches.push({ value, isWeak, from, to });
      break;
    }
  return matches;
}

/** In one phrase the longest name counts, if no other is as long; parted by a sign or by other words, each says something. */
function valuesOf(matches: readonly Match[], words: readonly Word[]): string[] {
  const isPhrase = matches.every((match, at) => {
    const before = matches[at - 1];
    return before === undefined || match.from < before.to || (match.from === before.to && words[match.from]?.isJoined);
  });
  const longest = Math.max(...matches.map(({ from, to }) => to - from));
  const counting = isPhrase ? matches.filter(({ from, to }) => to - from === longest) : matches;
  return [...new Set(counting.map(({ value }) => value))];
}

/** A denial a few words before a name (`nicht mehr aktiv`) or at the very end (`Production: no`); `High (no DR)` denies DR. */
function doubtIn(words: readonly Word[], matches: readonly Match[]): string | null {
  const isNamed = (at: number): boolean => matches.some(({ from, to }) => at >= from && at < to);
  const isDenied = words.some(
    (word, at) =>
      DENIALS.has(word.text) &&
      !isNamed(at) &&
      (at === words.length - 1 || [1, 2, 3].some((ahead) => isNamed(at + ahead))),
  );
  if (isDenied) return 'and denies it or says that it is not so now';
  if (words.some((word, at) => TERMS.has(word.text) && /^\d/.test(words[at + 1]?.text ?? '')))
    return 'and says that it is so for a time only';
  if (matches.some(({ isWeak }) => isWeak)) return 'in words that mean it only sometimes';
  if (matches.some(({ from }) => words[from]?.isJoined && INTENSIFIERS.has(words[from - 1]?.text ?? '')))
    return 'and says more than that';
  const belonging = matches.map(({ to }) => words[to]).find((word) => word?.isJoined && BELONGINGS.has(word.text));
  return belonging === undefined ? null : `and means its ${belonging.text}`;
}
