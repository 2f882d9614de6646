/** Signs that turn round or hold apart what stands behind them, and the one that ends the holding apart. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;
const [HELD_APART, HELD_END] = ['\u2068', '\u2069'];
const OPENING = /[\u2066-\u2068]/;

/**
 * Somebody's text as it stands among words of ours: signs in it that change the direction of writing end with it, where
 * they would turn round the words behind it. Other texts stay as they are. In elements of its own, `<bdi>` does the same.
 */
export function ownDirection(text: string): string {
  if (!TURNING.test(text)) return text;
  let open = 0;
  let balanced = '';
  for (const sign of text) {
    if (sign === HELD_END && open === 0) continue;
    if (sign === HELD_END) open -= 1;
    if (OPENING.test(sign)) open += 1;
    balanced += sign;
  }
  return HELD_APART + balanced + HELD_END.repeat(open + 1);
}
