/** Headers are hostile: no more than this is looked at, characters. */
const HEADER_MAX_CHARACTERS = 200;

const SECRET =
  /\b(?:pass ?words?|passwd|pass ?phrases?|pwd|secrets?|credentials?|tokens?|pin|api ?keys?|(?:private|access|secret|encryption) keys?|passwort|passworter|kennwort|contraseny?as?|mots? de passe|mdp|senhas?)\b/;
/** Beside `PW` and `pass`, which are also water systems, watts, tests and badges: whose they are, or what they open. */
const ACCOUNT =
  '(?:user\\w*|usr|benutzer\\w*|usuario|login|logon|log in|account|acct|konto|admin\\w*|root|sudo|superuser|dba?|database|sql|mysql|mssql|oracle|postgres\\w*|wi ?fi|wlan|ssid|ssh|telnet|s?ftp|rdp|vnc|vpn|snmp|ldap|smtp|e ?mail|domain|bios|uefi|ilo|i?drac|ipmi|bmc|esxi?|vcenter|console|enable|windows|linux|svc|default|initial|temp)';
/** Not `bypass`, `passthrough` or `pass/fail`. */
const PASS = new RegExp(
  `^(?:pw|pass)(?: \\d+)?$|\\b${ACCOUNT} (?:pws?|pass(?! (?:through|thru|(?:or )?fail|rate)\\b))\\b|\\b(?<!\\b(?:by|fail) )(?:pws?|pass) ${ACCOUNT}\\b`,
);
/** `KW` is also a week or kilowatts, and `clave` the code of anything: both are secrets beside whose they are. */
const SECRET_OF_ACCOUNT =
  /\b(?:kw|claves?)\b(?: (?:de|del|para))? (?:acceso|access|admin\w*|root|usuario|user|benutzer|bios|wi ?fi|wlan|ilo|idrac|secretas?|privadas?)\b|\b(?:admin\w*|root|user|benutzer|bios|wi ?fi|wlan|ilo|idrac) (?:kw|claves?)\b/;
/** `Password last set` and `Password expired` say when and whether, not what. */
const ABOUT_SECRETS = /\b(?:last|expir\w*|age|changed?|policy|never|required|date|set|count|rotation|status|length)\b/;

/** Whether a column should hold passwords, keys or the like, by its header alone. */
export function isSecretHeader(header: string): boolean {
  const words = header
    .slice(0, HEADER_MAX_CHARACTERS)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const isSecret = [SECRET, PASS, SECRET_OF_ACCOUNT].some((pattern) => pattern.test(words));
  return isSecret && !ABOUT_SECRETS.test(words);
}
