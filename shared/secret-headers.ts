/** Headers are hostile: no more than this is looked at, characters. */
const HEADER_MAX_CHARACTERS = 200;

const SECRET =
  /\b(?:passwords?|passwd|passphrases?|pwd|secrets?|credentials?|tokens?|pin|api ?keys?|(?:private|access|secret|encryption) keys?|passwort|passworter|kennwort|contrasena|mot de passe)\b/;
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
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return SECRET.test(words) && !ABOUT_SECRETS.test(words);
}
