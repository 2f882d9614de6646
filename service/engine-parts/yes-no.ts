/**
 * How cells say yes and no in words, in lower case, with accents and without: as people write it, and as Excel writes its
 * logical cells to a text file in the languages of Europe.
 */
export const YES_WORDS: readonly string[] =
  'yes true ja wahr oui vrai si sí sì sim verdadero verdadeiro vero waar tak prawda pravda sant sand sann tosi igaz adevărat adevarat doğru dogru да истина'.split(
    ' ',
  );
export const NO_WORDS: readonly string[] =
  'no false nein falsch non faux falso não nao nee onwaar nie fałsz nepravda falskt falsk usann epätosi epatosi hamis fals yanlış yanliş yanlis нет ложь'.split(
    ' ',
  );
