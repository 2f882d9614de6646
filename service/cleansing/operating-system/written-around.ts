/**
 * What commands and files write before a system's name: `OS Name: …` (systeminfo), `Description: …` (lsb_release),
 * `PRETTY_NAME="…"` (os-release), `Operating System: …` (hostnamectl), and their translations.
 */
const LABEL =
  /^(?:(?:guest |host )?(?:os|operating ?system)(?:[ _]?(?:name|version|caption|full ?name))?|os_?name|platform|description|caption|pretty_name|distribution|distributor id|betriebssystem(?:name|version)?|(?:nom|version) du systeme (?:d'exploitation)?|systeme d'exploitation|(?:nombre|version) del sistema(?: operativo)?|sistema operativo) ?[:=] ?/;

const QUOTED = /^(["'`“”„])([^"'`“”„]+)["'`“”]$/;

/** A folded text without the label before it, the quotation marks around it and the full stop behind it. */
export function withoutSurroundings(text: string): string {
  return unquoted(unquoted(text).replace(LABEL, '')).replace(/(?<=[a-z\d)])[.,;:]+$/, '');
}

const unquoted = (text: string): string => text.replace(QUOTED, '$2').trim();
