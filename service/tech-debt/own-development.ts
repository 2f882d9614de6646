/** Whole vendor cells that say that nobody sells it, folded; with what is added to such a word. */
const OWN_DEVELOPMENT = new RegExp(
  `^(?:it )?(?:${[
    String.raw`(?:developed |built |made )?in ?-?house`,
    'internal(?:ly)?',
    'home ?-?(?:grown|made|built)',
    'own',
    '(?:self|custom) ?-?(?:developed|built|made|written|coded|programmed)',
    'bespoke',
    'eigen(?:e|es)?',
    'eigen(?:entwick(?:lung|elt)|bau|produkt|leistung)(?:en)?',
    '(?:haus)?intern(?:e|es)?',
    'selbst ?-?(?:entwickelt|gebaut|programmiert|erstellt)',
    '(?:en )?interne?',
    'maison',
    '(?:fait|developpe) (?:maison|en interne)',
    '(?:developpement|desarrollo|desenvolvimento|sviluppo) (?:interne|propre|maison|propio|interno|proprio)',
    '(?:desarrollado|desenvolvido|sviluppato) internam?ente',
    'interno|propio|proprio|propre',
    'eigen ontwikkeling|zelfbouw',
  ].join('|')})(?:[ -](?:${[
    'development|developed|dev|built|build|made|solution|software|application|app|tool|system|product|team|it',
    'entwick(?:lung|elt)|losung|anwendung|produkt',
  ].join('|')}))*$`,
);

/** No way of saying it is longer. */
const SAID_MAX_CHARACTERS = 200;

/** Whether a vendor's cell names no vendor but own development: `in-house`, `Eigenentwicklung`, `développement interne`. */
export function isOwnDevelopment(vendor: string): boolean {
  if (vendor.length > SAID_MAX_CHARACTERS) return false;
  const folded = vendor
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_]+|[‐-–]/gu, (found) => (/[\s_]/u.test(found) ? ' ' : '-'))
    .replace(/\([^()]*\)/g, '')
    .replace(/[.,;:!]+$/, '')
    .trim();
  return OWN_DEVELOPMENT.test(folded);
}
