import { folded } from './plain-text.ts';

const SUM =
  'grand total|sub-?total|sous-?total|overall total|totals?|totale|totaal|totalt|subtotale|subtotaal|sum|summe|zwischensumme|endsumme|gesamtsumme|gesamt|insgesamt|somme|somma|suma|razem';
const COUNT = 'count|anzahl|gesamtanzahl|gesamtzahl|nombre|numero|conteggio|aantal';
const COUNTED =
  'general|generale|count|anzahl|number|servers?|vms?|hosts?|assets?|devices?|machines?|systems?|nodes?|rows?|records?|items?|entries|cis|gerate|systeme|maschinen|eintrage|zeilen|serveurs|servidores';
const TOTAL = new RegExp(
  `^(?:(?:${SUM})(?: (?:of |de |der |di )?(?:${COUNTED}))?|(?:${COUNT})(?: (?:of |de |der |di )?(?:${COUNTED}))?)(?:$| ?[:=] ?[\\d.,' ]*$| \\(?[\\d.,' ]+\\)?$)`,
);

/** Whether a whole text is what people and pivot tables write beside a sum or a count: `Total`, `Gesamtanzahl: 12`. */
export function isTotalLabel(text: string): boolean {
  return text.length <= 60 && TOTAL.test(folded(text.trim()));
}
