/** Characters that show nothing, or only a gap: the blank braille pattern and the null notehead are counted as signs. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]/gu;

/**
 * A name as the eye takes it: names of one look cannot be told apart in a list. Letters of other scripts that look alike
 * stay different: to fold them would refuse names that people have; ids tell those apart.
 */
export function nameLook(name: string): string {
  return name.normalize('NFKC').replace(UNSEEN, '').toLowerCase();
}
