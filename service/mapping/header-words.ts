import { fillers, lexicon, pairs } from './lexicon.ts';
import { cutWord, isInNames } from './vocabulary.ts';

/** Headers are hostile: no more than this is looked at, characters. */
const HEADER_MAX_CHARACTERS = 200;

/** A header cut into its name and its words on the measure. */
export interface HeaderWords {
  /** Lower case, singular, without prefixes, numbers and units. */
  words: string[];
  /** The unit a header carries: `gb`, `%`, `mhz` … */
  unit: string | null;
  /** `Network #3`, `Disk 2 size`: a header of a numbered series. */
  isNumbered: boolean;
  /** `# of VMs`, `Session count`: a header that says how many of something. */
  isCount: boolean;
  /** Of `Machine Name / MAC` the words of each side; none for most headers. */
  sides: readonly (readonly string[])[];
}

/** Prefixes of exports that name the table or the customer's own fields, not the column. */
const PREFIX =
  /^(?:u_|x_[a-z0-9]+_|cmdb_ci_|cmdb_|ci_(?!(?:name|id|type|class|status|state|owner|number)$)|serv_|srv_|dv_|ax_|custom_|attr_)(?=.)/;

const UNITS = new Map(
  Object.entries({
    gb: 'gb',
    gib: 'gb',
    gbs: 'gb',
    gigabyte: 'gb',
    mb: 'mb',
    mib: 'mb',
    megabyte: 'mb',
    tb: 'tb',
    tib: 'tb',
    kb: 'kb',
    kib: 'kb',
    byte: 'bytes',
    mhz: 'mhz',
    ghz: 'ghz',
    mbps: 'mbps',
    kbps: 'kbps',
    gbps: 'gbps',
    percent: '%',
    percentage: '%',
    pct: '%',
    '%': '%',
    usd: 'money',
    eur: 'money',
    $: 'money',
    '€': 'money',
    ms: 'ms',
    hour: 'time',
    hours: 'time',
    hrs: 'time',
    minute: 'time',
    minutes: 'time',
  }),
);

/** Words without meaning are left out, unless the whole phrase is an alias of its own, such as `in use` or `assigned to`. */
const KEPT_PHRASES =
  /\b(?:in use|in service|assigned to|used by|used for|purchased from|bought from|checked out to|connect(?:ed|s) to|assigned on|managed by|supported by|owned by|hosted on|runs on|depends on|per core|per cpu|per processor|per socket|end of life|end of support|in scope|go live|(?:issued|lent|loaned|loan|given|handed|handed over) to|borrowed by|(?:resident|residing|running|located|placed) on|(?:network|net) in)\b/;

/** Brackets on how to fill a column in: `(optional)`, `(e.g. Prod)`, `(yes/no)`, `(Prod/Test/Dev)`. */
const EXPLANATION =
  /[([](?:e\.?g\.?|z\. ?b\.?|i\.e\.|ex[.:]|p\. ?ej|optional|mandatory|required|if |si |falls |se |yes ?\/|y ?\/|ja ?\/|oui ?\/|s[ií] ?\/|sim ?\/|obligat|opcional|pflicht|read.?only|auto|[^()/[\]]{1,24}(?:\/[^()/[\]]{1,24}){2,8}[)\]])[^()[\]]*[)\]]?/gi;
const ROMANCE_DATE =
  /\b(?:data|datas) (?=(?:de|da|do|del|dell|della|di|d|ult|fim|fine|ini|comp|compra|acq|aquis|inst|scad|garan|valid|venc|baixa|cria|cad|entr|cons|dism)\b\.?)|\bdata (?=(?:compra|aquisicao|acquisto|installazione|instalacao|scadenza|garanzia|garantia|dismissione|baixa|vencimento|consegna|entrega|criacao|creazione|cadastro|fim|fine|inizio|inicio|ultim[oa])\b)/gi;

/** `IP1`, `Disk2`, but not `IP4` and `IP6`, which are kinds of addresses. */
const NUMBERED_PART = /\b(ip(?![46]\b)|mac|disk|drive|hdd|nic|adapter|network|subnet|vlan|tag)(\d{1,2})\b/g;

/** The form of most names: nothing in them to take apart but phrases. */
const PLAIN = /^[a-z\d ]*$/;

/** `config.hardware.numCPU`: where an interface keeps it. */
const PATH = /^[a-z]\w*(?:\.[a-z]\w*)+$/i;

export function headerWords(header: string): HeaderWords {
  return { ...wordsOf(header), sides: sidesOf(header).map((side) => wordsOf(side).words) };
}

/** Two names of one column, as people's own sheets have them; not `Reads/s`, nor a choice of answers. */
const TWO_SIDES = /^([^/()]*\p{L}{3}[^/()]*|[^/()]*\bIP)\s*\/\s*([^/()]*\p{L}{3}[^/()]*|IP\b[^/()]*)$/u;

function sidesOf(header: string): string[] {
  const [, ...sides] = TWO_SIDES.exec(header.slice(0, HEADER_MAX_CHARACTERS)) ?? [];
  return sides;
}

function wordsOf(header: string): Omit<HeaderWords, 'sides'> {
  const cut = header.slice(0, HEADER_MAX_CHARACTERS);
  const plain = PLAIN.test(cut)
    ? saidInOneWord(datesAndSystems(cut)).trim()
    : withoutCapitals(saidInOneWord(withoutSigns(datesAndSystems(withoutAccents(cut)))));
  const path = PATH.test(cut) ? plain.trim().replaceAll(/ +/g, '_') : plain;
  const bare = stripPrefix(path).replaceAll('_', ' ').replaceAll('#', ' # ').replace(NUMBERED_PART, '$1 $2').trim();
  const tokens = bare.split(/[^\p{L}\p{N}%#$€]+/u).filter((token) => token !== '');
  const isNumbered = /(?:#\s+|\b(?:tag|disk|network|nic|ip|type|vlan)\s+)\d{1,2}\b/.test(bare);
  // `Network #1` numbers its columns and `# CPU` says the obvious, but `# VMs` is a count of something.
  const isPlainNumber = isNumbered || /^#\s+(?:cpu|core|memory|ram)/.test(bare);
  const unit = perSecond(tokens.map((token) => UNITS.get(token)).find((found) => found !== undefined) ?? null, tokens);
  const keepsNumbers = /\b[67] ?r\b/.test(bare);
  const meaningful = tokens.filter(
    (token) =>
      !UNITS.has(token) && !(isPlainNumber && NUMBER_SIGNS.has(token)) && (keepsNumbers || !/^\d+$/.test(token)),
  );
  const words = meaningOf(meaningful, KEPT_PHRASES.test(bare));
  return { words, unit, isNumbered, isCount: !isNumbered && COUNT.test(bare) };
}

const withoutAccents = (text: string): string =>
  text
    .replace(/(?<!\p{L})n[°º]\.?/giu, ' number ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('ß', 'ss')
    .replace(/\((?:[a-z]\/){1,4}[a-z]\)/gi, ' ')
    .replace(EXPLANATION, ' ');

const datesAndSystems = (text: string): string =>
  text
    // `Data de compra` is Portuguese and Italian for a date.
    .replace(ROMANCE_DATE, 'date ')
    // `OS & Version` holds the system with its version, `OS Version` the version alone.
    .replace(
      /\b(os|operating system|betriebssystem|systeme d['’]exploitation|systeme|sistema operativo|sistema operacional) ?(?:&|\/|\+|\b(?:and|und|et|y|e)\b) ?(?:os )?vers(?:ion|ao|ione)\b/i,
      '$1',
    );

const withoutSigns = (text: string): string =>
  text
    .replace(/\((?:go|mo)\)/gi, (unit) => (/g/i.test(unit) ? ' gb ' : ' mb '))
    .replace(/\bp\. ?a\b\.?/gi, ' annual ')
    .replace(/\bo\/s\b/gi, 'os')
    .replace(/\bs\/n\b/gi, 'serial number')
    .replace(/\bp\/n\b/gi, 'part number')
    .replace(/\b(?:Cap|Op)Ex\b/g, (cost) => cost.toLowerCase())
    // `User's email`, and `l’utilisateur` stays.
    .replace(/(?<=\p{L})['’´`]s\b/gu, '');

/** `Conectado a (n.º de serie)`: the key of another record, to which a relation stands before it. */
const REFERENCES: readonly [relation: RegExp, name: string][] = [
  [
    /^(?:connected|attached|cabled|linked|verbunden|verbonden|angeschlossen|angebunden|connectee?s?|raccordee?s?|reliee?s?|branchee?s?|conectad[oa]s?|enlazad[oa]s?|collegat[oaie]|ligad[oa]s?)[\s_]+(?:to|with|mit|an|am|a|al|au|aux|avec|con|com|met)(?=[\s_(]|$)/i,
    'connected to',
  ],
  [
    /^(?:(?:hosted|running|runs|resides|lauft|gehostet|betrieben|hebergee?s?|alojad[oa]s?|hospedad[oa]s?|ospitat[oaie]|draait)[\s_]+(?:on|auf|bei|sur|chez|en|em|su|da|op))(?=[\s_(]|$)/i,
    'hosted on',
  ],
  [
    /^(?:depends[\s_]+(?:up)?on|abhangig[\s_]+von|afhankelijk[\s_]+van|depend[\s_]+de|depende[\s_]+d[ea]|dipende[\s_]+da)(?=[\s_(]|$)/i,
    'depends on',
  ],
];

const KEY_OF_A_RECORD =
  /(?<![a-z])(?:serial|seriale?|serie|serien\w{0,8}|s\/n|sn|asset|host ?name|hostname|name|nom|nombre|nome|id|ip|uuid|tag|fqdn)(?![a-z])/i;

function withoutReferredKey(text: string): string {
  for (const [relation, name] of REFERENCES) {
    const found = relation.exec(text);
    const rest = found === null ? null : text.slice(found[0].length).trim();
    if (rest === '' || (rest !== null && KEY_OF_A_RECORD.test(rest))) return name;
  }
  return text;
}

/** `Ausgegeben von`: who did it, not to whom; `von` and `da` are left out of other headers. */
const DONE_BY =
  /\b(ausgegeben|ausgehandigt|ubergeben|verliehen|erfasst|inventarisiert|angelegt|gepruft|bestellt|genehmigt|eingetragen|geandert|installiert|erstellt|aufgenommen|bearbeitet|freigegeben|abgenommen|consegnato|installato|creato|inserito|verificato|richiesto|approvato|rilasciato|modificato)[ _](?:von|durch|da)\b/gi;

const MANAGED_BY =
  /\b(?:betreut|verwaltet|gepflegt|administriert|geree?s?|administree?s?|exploitee?s?|gestionad[oa]|administrad[oa]|mantenid[oa]|gerenciad[oa]|gestit[oa]|amministrat[oa])[ _](?:von|durch|vom|par|por|pela|pelo|da|dal)\b/gi;
const USED_BY = /\b(?:genutzt|benutzt|verwendet|utilizzat[oa]|usat[oa]|utilisee?)[ _](?:von|durch|vom|da|dal|par)\b/gi;

const saidInOneWord = (text: string): string =>
  withoutReferredKey(text)
    .replace(/\bper annum\b/gi, ' annual ')
    .replace(/\bname ?servers\b/gi, 'nameserver')
    // Beside a price `HT` is French for net of tax.
    .replace(/\bht (?=(?:active|available|avail|enabled|on)\b)/gi, 'hyperthreading ')
    .replace(DONE_BY, '$1 by')
    .replace(MANAGED_BY, 'managed by')
    .replace(USED_BY, 'used by')
    .replace(
      /\b(?:por|par|pro|je) (?=(?:cpu|socket|sockel|core|processeur|procesador|prozessor|nucleo|kern|vm)\b)/gi,
      'per ',
    );

/** Camel case is cut before it goes. */
const withoutCapitals = (text: string): string =>
  text
    .replace(/(?<=\p{Ll})(?=[KMGT]i?B(?!\p{Ll}))/gu, ' ')
    .replace(/\b([kmg])b\/s\b/gi, ' $1bps ')
    .replace(/\/s(?:ec)?\b/gi, ' per second ')
    .replace(/\b(?:[kmgt]i?b|[mg]hz)\b/gi, (unit) => ` ${unit.toLowerCase()} `)
    .replace(/\bIOPs\b/g, 'iops')
    .replace(/IPv(?=[46])/g, 'ipv')
    .replace(/\bi(?=\p{Lu}{2})/gu, 'I')
    .replace(/(\p{Lu}{2,})s\b/gu, '$1')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/^[\s*]+/, '')
    .replace(/^tags?\s*[:.]\s*(?=\p{L})/u, '')
    .replace(/[\s.:]+$/, '');

const COUNT =
  /^(?:# |(?:no\.?|nr\.?|nb|num|number|total number|count|anzahl|nombre|numero|cantidad|n[°º]?) (?:of |de |d'|der |des )|nb\.? |num(?! )|anzahl|cantidad )|\bcount$/;

const NUMBER_SIGNS = new Set(['#', 'number', 'no', 'nr', 'num']);
/** `KB` beside `per second` is a rate, not a size. */
function perSecond(unit: string | null, tokens: readonly string[]): string | null {
  const isSize = unit === 'gb' || unit === 'mb' || unit === 'kb' || unit === 'bytes';
  return isSize && (tokens.includes('second') || tokens.includes('sec')) ? 'mbps' : unit;
}

/** French nouns counted with `nombre`, which is Spanish for a name. */
const COUNTED = new Set(['core', 'cpu', 'vcpu', 'disk', 'socket', 'processor', 'processors', 'disks', 'nic']);
/**
 * Beside one of these a processor is a CPU that is measured; alone `Processor` says which one it is, and a number of
 * processors counts chips more often than cores.
 */
const OF_MEASURED_CPU = new Set(
  'core cores socket logical physical virtual utilization average max assigned speed load'.split(' '),
);

/** Each word as the lexicon has it, pairs merged, fillers left out unless all would go. */
function meaningOf(tokens: readonly string[], keepsFillers: boolean): string[] {
  const meant = tokens.flatMap(wordsFor);
  const merged = mergePairs(meant);
  // `Is Virtual Machine` is a question, `Virtual Machine` a name.
  const kept = merged.filter((word, at) => keepsFillers || (at === 0 && word === 'is') || !fillers.has(word));
  const words = mergePairs(kept.length > 0 ? kept : merged);
  const isMeasured = words.some((word) => OF_MEASURED_CPU.has(word));
  return words.map((word, at) => {
    if (word === 'name' && tokens.includes('nombre') && COUNTED.has(words[at + 1] ?? '')) return 'number';
    return isMeasured && (word === 'processor' || word === 'processors') ? 'cpu' : word;
  });
}

/** Of words the names are made of, which come again and again; no others are kept. */
const kept = new Map<string, readonly string[]>();

function wordsFor(token: string): readonly string[] {
  const known = kept.get(token);
  if (known !== undefined) return known;
  const words = cutWord(token).flatMap(canonical);
  if (isInNames(token)) kept.set(token, words);
  return words;
}

function canonical(token: string): string[] {
  const single = singular(token);
  const meaning = lexicon.get(token) ?? lexicon.get(single) ?? lexicon.get(romanceSingular(token)) ?? single;
  return meaning.split(' ').filter((word) => word !== '');
}

/** `gerentes` → `gerente`, `servidores` → `servidor`, `redes` → `rede`: only to look a word up. */
function romanceSingular(token: string): string {
  if (token.length < 5 || !token.endsWith('s') || token === 'series') return token;
  const bare = token.slice(0, -1);
  return bare.endsWith('e') && !lexicon.has(bare) ? bare.slice(0, -1) : bare;
}

function mergePairs(words: readonly string[]): string[] {
  const merged: string[] = [];
  for (const word of words) {
    const before = merged.at(-1);
    const pair = before === undefined ? undefined : pairs.get(`${before} ${word}`);
    if (pair === undefined) merged.push(word);
    else merged.splice(-1, 1, ...pair.split(' '));
  }
  return merged;
}

/** The ends of a walk that shows a record: `model.display_name` is the model's. */
const NAME_AS_SHOWN = /^(?:display|full|short)_name$/;

/** `u_server.serial_number` keeps its last part, `owner.name` both of one word; known prefixes go. */
function stripPrefix(labelled: string): string {
  const text = labelled.replace(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+\//, '');
  const parts = /^[a-z0-9_]+(?:\.[a-z0-9_]+)+$/.test(text) ? text.split('.') : [text];
  const last = (parts.at(-1) ?? '').replace(NAME_AS_SHOWN, 'name');
  const walked = last.includes('_') ? last : [...parts.slice(-2, -1), last].join('_');
  return walked.replace(PREFIX, '');
}

/**
 * Only the plurals that are safe in a header: `addresses` → `address`, `cores` → `core`, but `status`, `os`, `dns`
 * stay.
 */
function singular(word: string): string {
  // `Processor` says which, `Processors` how many; `Disk` how large, `Disks` how many; a `Tag` is a sticker, `Tags` are labels.
  if (word === 'processors' || word === 'disks' || word === 'tags' || word === 'clients') return word;
  if (word.length < 4 || /(?:ss|us|is|os|as|ns|ps)$/.test(word)) return word.replace(/^(cpu|vcpu|vm|nic|ip)s$/, '$1');
  if (/sses$|xes$/.test(word)) return word.slice(0, -2);
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
