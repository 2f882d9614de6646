import { folded } from '../cleansing/plain-text.ts';

const SUM =
  'grand total|sub-?total|sous-?total|overall total|totals?|totale|totaux|totaal|totalt|subtotale|subtotaal|sum|summe|zwischensumme|endsumme|gesamtsumme|gesamt|insgesamt|ergebnis|gesamtergebnis|somme|somma|suma|soma|razem|average|avg|mittelwert|durchschnitt|moyenne|promedio|gemiddelde|[σ∑]';
const COUNT = 'count|anzahl|gesamtanzahl|gesamtzahl|nombre|numero|conteggio|aantal';
const COUNTED =
  'general|generale|count|anzahl|number|servers?|vms?|hosts?|assets?|devices?|machines?|systems?|nodes?|rows?|records?|items?|entries|cis|applications?|apps|anwendungen|applikationen|aplicaciones|applicazioni|databases|datenbanken|bases|equipos|equipements|gerate|systeme|maschinen|eintrage|zeilen|serveurs|servidores';
const TOTAL = new RegExp(
  `^(?:(?:[σ∑] )?(?:${SUM})(?: [σ∑])?(?: (?:of |des? |der |di |d['’])?(?:${COUNTED}))?|(?:${COUNT})(?: (?:of |des? |der |di |d['’])?(?:${COUNTED}))?)(?:$| ?[:=] ?[\\d.,' ]*(?:(?:${COUNTED}))?$| \\(?[\\d.,' ]+\\)?$)`,
);

/** `90 applications`, `Server: 1.204`. */
const COUNT_OF = new RegExp(`^(?:\\d[\\d.,' ]* ?(?:${COUNTED})|(?:${COUNTED}) ?[:=] ?\\d[\\d.,' ]*)$`);

/** `Total Berlin`, `Sous-total Paris`; at the end as Excel's own subtotals write it: `Berlin Total`. */
const OF_SOME =
  /^(?:(?:grand|general|sub|sous|zwischen|end|gesamt)[ -]?)?(?:totals?|totale|totaux|totaal|summe|gesamt|ergebnis|somme|suma|soma|count|anzahl|nombre)[\s:=(]|\s(?:totals?|ergebnis|average|mittelwert)$|^(?:mean|media|média)$/i;
/** No label is longer, nor with the group it is about. */
const LABEL_MAX_CHARACTERS = 60;
const OF_SOME_MAX_CHARACTERS = 100;

/** Whether a whole text is what people and pivot tables write beside a sum or a count: `Total`, `Gesamtanzahl: 12`. */
export function isTotalLabel(text: string): boolean {
  return text.length <= LABEL_MAX_CHARACTERS && TOTAL.test(folded(text.trim()));
}

/** Whether a whole text says in words how many things there are. */
export function isCount(text: string): boolean {
  return text.length <= LABEL_MAX_CHARACTERS && COUNT_OF.test(folded(text));
}

/** Whether a text can be the label of the sum of a group; a name can look so too (`Total Commander`). */
export function isTotalOfSome(text: string): boolean {
  return text.length <= OF_SOME_MAX_CHARACTERS && OF_SOME.test(text.trim());
}
