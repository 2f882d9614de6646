import { fieldAliases } from '../mapping/field-aliases.ts';
import { allowedValues } from '../mapping/value-mapping.ts';
import { folded } from './plain-text.ts';

/** `No cluster`, `ohne Datenbank`, `unknown location`, `modelo desconocido`: folded. */
const ABSENT =
  /^(?:(?:no|without|kein|keinen?|keiner|ohne|aucune?|sans|ningun|ninguna|sin|senza|nessun|nessuna|sem|nenhum|nenhuma|geen|unknown|unbekannte?[rs]?|inconnue?|desconocid[oa]|desconhecid[oa]) (.+)|(.+) (?:unknown|unbekannt|inconnue?|desconocid[oa]|desconhecid[oa]))$/;

/** What cells call the thing that a field names, where its headers call it otherwise. */
const THINGS: Readonly<Partial<Record<string, readonly string[]>>> = {
  database_type: ['db', 'database', 'datenbank', 'base de datos', 'base de donnees'],
  server_role: ['role', 'rolle', 'rol'],
  support_group: ['group', 'gruppe', 'grupo'],
  dependencies: ['dependency', 'dependencies', 'abhangigkeiten', 'dependances', 'dependencias'],
};

const known = new Map<string, ReadonlySet<string>>();

/** Whether a folded text says that there is no such thing as the field names, or that nobody knows it. */
export function isAbsent(word: string, field: string): boolean {
  const match = ABSENT.exec(word);
  const thing = match?.[1] ?? match?.[2];
  return thing !== undefined && thingsOf(field).has(thing);
}

/** The field's own headers name the thing, in several languages. */
function thingsOf(field: string): ReadonlySet<string> {
  const things = known.get(field);
  if (things !== undefined) return things;
  // In a closed vocabulary such texts may be names of a value: `no crítico`.
  const headers =
    Object.hasOwn(fieldAliases, field) && allowedValues(field) === null ? (fieldAliases[field] ?? '').split(',') : [];
  const named = headers.map((header) => folded(header.replace('~', '').trim()));
  const made = new Set([...named, ...(Object.hasOwn(THINGS, field) ? (THINGS[field] ?? []) : [])]);
  known.set(field, made);
  return made;
}
