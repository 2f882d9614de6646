/** Keys are visible ASCII. Anything else came from where the key was copied, as a dash of a chat; fetch refuses to send it. */
const KEY = /^[\x21-\x7e]+$/;

export function isKeyText(text: string): boolean {
  return KEY.test(text);
}

export const NO_KEY_TEXT = 'This key holds a character no key has. Copy it again from where it was shown.';
