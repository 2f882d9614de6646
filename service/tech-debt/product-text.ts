import { folded } from '../cleansing/plain-text.ts';
import { namedProducts, type NamedProduct } from './named-products.ts';
import type { KnownRelease } from './release-index.ts';

/** Longer cells are prose. */
const READ_MAX_CHARACTERS = 400;
/** Parts of one cell that are looked at. */
const PARTS_MAX = 40;

/** The separators of a list; `or later` separates nothing, and `nginx/1.18` is one thing. */
const BETWEEN =
  /[,;|\n]+|\s+(?:[/+&]|->|=>|→|(?:and|or)(?! (?:later|newer|higher|above|greater|up)(?![a-z])))\s+|(?<=\d[a-z]?)\/(?=[a-z\d])|(?<=20\d\d) ?[-–] ?(?=20\d\d(?!\d))/i;
/** A list within a name: `Db2 for Linux, UNIX and Windows`; a platform within it: `DB2/LINUXX8664`. */
const LUW = /for linux,? unix,? (?:and|&) windows|(?<=db2)\/(?:linux|aix|nt|sun|hpux)[a-z\d]*/i;

/** Words that go with any product: before its name, and between its name and its release. */
const BEFORE =
  'the|lamp|wamp|an?|database|databases|db|dbms|rdbms|datenbank|engine|server|web ?server|web|app|application|runtime|middleware|back-?end|platform|stack|language|written|built|based|runs?|running|uses?|using|hosted|standalone|primary|legacy|local|clustered|cluster|production|prod|test|dev|\\d+ ?x|(?:64|32)[ -]?bit';
const BETWEEN_NAME_AND_RELEASE =
  'server|database|db|editions?|version|ver\\.?|v\\.?|release|rel\\.?|lts|(?:64|32)[ -]?bit|x64|x86_64|x86';
/**
 * A text before these words, or one that ends with a release, is another thing: `SharePoint on SQL Server 2016`, `Java
 * 8 Tomcat 9`.
 */
const UPON = /^.* (?:on|with|using|in|under|v?\d[\d.]*[a-z]?) (?![([])/;
const NEXT_THING = / (?:on|with|using|under) /;

/** Services of clouds have dates of their own, and a thing compatible with a product is not the product. */
const RELATIVES =
  /(?<![a-z])(?:rds|aurora|redshift|cloud ?sql|azure (?:sql|database|db|cache|managed)|managed instance|atlas|elasticache|memorydb|documentdb|cosmos ?db|compatib[a-z]*|emulat[a-z]*)(?![a-z])/;
/** Tools and parts that bear the name and the release of a product. */
const PARTS =
  /(?<![a-z])(?:clients?|drivers?|jdbc|odbc|ole ?db|connectors?|native|management|manager|studio|workbench|tools?|utilities|objects|shell|librar(?:y|ies)|plug-?ins?|modules?|agents?|exporter|monitor|router|provider|adapter|services?(?! pack)|redistributable)(?![a-z])/;

/** A release that a part of a list names beside the one before it: `MariaDB 10.4/10.6`, `SQL Server 2008, to be upgraded to 2019`. */
const RELEASE_ALONE = /^v?(\d{1,4}(?:\.\d+)*(?:[gic]|ai)?(?: ?r[12])?(?: ?sp ?\d)?)$/;
const RELEASE_TO_COME =
  /(?:upgrad|updat|migrat|replac|mov|chang|convert|switch|go|plan)[a-z]* (?:[a-z]+ ){0,3}(?:to|by|with|into) (?:[a-z]+ ){0,3}v?(\d[\w.]*(?: r2)?)/;
/** A service pack that a part names beside the one before it: `2016 SP2/SP3`, `SP2/3`. */
const PACK_ALONE = /^(?:(?:sp|service pack) ?([1-9])(?!\d)|([1-9])$)/;
const PACK = / SP\d$/;
/** A plus before more of the same word is of a build: `13.4 (Debian 13.4-1.pgdg100+1)`. */
const OR_LATER = /(?:(?<=\d)\+(?![\da-z])| (?:or|and) (?:later|newer|higher|above|greater|up)(?![a-z]))/;
/** A release before the name, as servers say it: `10.5.8-MariaDB-log`, behind the prefix some add for old clients. */
const RELEASE_BEFORE = /^(?:5\.5\.5-(?=\d))?v?(\d+(?:\.\d+)+)(?:-[\w.~+]+)*([ -]*)$/;
/** The beginning of the release, and the words that may follow a name without one. */
const START = /^[\s:=_/()[\]#–-]*v?\.? ?(?=\d)/;
const NOTHING_OWN = /^[\s)\]:-]*$|^ ?[([]|^ (?:-|–|in|at|on|with|using|under) /;

/**
 * Databases, middleware and runtimes that a cell names, in its order, each once; two releases of one product are
 * `2008 or 2019`. Nothing for what the data does not know.
 */
export function productsIn(text: string): KnownRelease[] {
  const found: KnownRelease[] = [];
  for (const part of text.slice(0, READ_MAX_CHARACTERS).replace(LUW, ' LUW').split(BETWEEN).slice(0, PARTS_MAX)) {
    const plain = folded(part)
      .replace(/\((?:r|tm|c)\)|[®™©]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    const named = namedIn(plain);
    const before = found.at(-1);
    const others = named.length === 0 && before !== undefined ? alternativesTo(before, plain) : named;
    for (const one of others) add(found, one);
  }
  return found;
}

function add(found: KnownRelease[], one: KnownRelease): void {
  const at = found.findIndex((other) => other.family === one.family);
  const known = found[at];
  if (known === undefined) found.push(one);
  else found[at] = either(known, one);
}

function either(one: KnownRelease, other: KnownRelease): KnownRelease {
  const edition = one.edition === other.edition ? one.edition : null;
  if (one.version === null || other.version === null || one.version === other.version)
    return { ...one, version: one.version ?? other.version, edition };
  return { ...one, version: `${one.version} or ${other.version}`, edition };
}

function alternativesTo(known: KnownRelease, plain: string): KnownRelease[] {
  const bare = plain.replace(/\([^)]*\)?/g, '').trim();
  const [, named, number = named] = PACK_ALONE.exec(bare) ?? [];
  if (number !== undefined && known.version !== null && PACK.test(known.version))
    return [{ ...known, version: known.version.split(' or ').at(-1)?.replace(PACK, ` SP${number}`) ?? null }];
  const release = RELEASE_ALONE.exec(bare)?.[1] ?? RELEASE_TO_COME.exec(plain)?.[1];
  const product = namedProducts.find(({ family }) => family === known.family);
  if (release === undefined || product === undefined) return [];
  return [{ family: known.family, ...product.release(release, release) }];
}

/** The products that one part of a list names: two in `Tomcat 9 on Java 11`. */
function namedIn(plain: string): KnownRelease[] {
  if (RELATIVES.test(plain)) return [];
  const found: { at: number; release: KnownRelease }[] = [];
  for (const pattern of patterns) {
    for (const match of plain.matchAll(pattern.names)) {
      const [name] = match;
      const release = readAround(pattern, {
        before: plain.slice(0, match.index),
        name,
        after: plain.slice(match.index + name.length),
      });
      if (release === null) continue;
      found.push({ at: match.index, release });
      break;
    }
  }
  return found.sort((one, other) => one.at - other.at).map(({ release }) => release);
}

interface Surroundings {
  before: string;
  name: string;
  after: string;
}

/** Null where a word around the name makes another product of it. */
function readAround({ product, makers, own }: Pattern, { before, name, after }: Surroundings): KnownRelease | null {
  const [nearby = ''] = after.split(NEXT_THING);
  if (PARTS.test(nearby) || product.another?.test(before + after) === true) return null;
  const [, leading, glue] = RELEASE_BEFORE.exec(before) ?? [];
  const mine = before.replace(UPON, '');
  if (leading === undefined && !/^[\s:=([\])*-]*$/.test(without(mine, makers))) return null;
  // What is joined to a release on both sides is its build: `10.6.12-MariaDB-0ubuntu0.22.04.1`.
  const rest = glue === '-' && after.startsWith('-') ? '' : without(after, own);
  const start = START.exec(rest);
  if (start === null && !NOTHING_OWN.test(rest)) return null;
  const from = start === null ? (leading ?? '') : rest.slice(start[0].length);
  const part = mine + name + nearby;
  const known = { family: product.family, ...product.release(part, from) };
  if (known.version === null) return known;
  if (OR_LATER.test(from)) return { ...known, version: `${known.version} or later` };
  const toCome = RELEASE_TO_COME.exec(nearby)?.[1];
  return toCome === undefined ? known : either(known, { family: product.family, ...product.release(part, toCome) });
}

/** A text without the words it begins with. */
function without(text: string, words: RegExp): string {
  for (let rest = text; ;) {
    const match = words.exec(rest);
    if (match === null) return rest;
    rest = rest.slice(match[0].length);
  }
}

interface Pattern {
  product: NamedProduct;
  names: RegExp;
  makers: RegExp;
  own: RegExp;
}

const beginningWith = (...words: (string | undefined)[]): RegExp =>
  new RegExp(`^[\\s:=_/()[\\]*-]*(?:${words.filter((one) => one !== undefined).join('|')})(?![a-z])`);

const patterns: readonly Pattern[] = namedProducts.map((product) => ({
  product,
  names: new RegExp(`(?<![a-z0-9])(?:${product.names})(?![a-z])`, 'g'),
  makers: beginningWith(product.makers, BEFORE),
  own: beginningWith(product.own, BETWEEN_NAME_AND_RELEASE),
}));
