/** Releases by the names their makers give them while they work on them. Sources: Ubuntu's and Debian's release lists. */
export const UBUNTU_NAMES: Readonly<Record<string, string>> = {
  resolute: '26.04',
  questing: '25.10',
  plucky: '25.04',
  oracular: '24.10',
  noble: '24.04',
  mantic: '23.10',
  lunar: '23.04',
  kinetic: '22.10',
  jammy: '22.04',
  impish: '21.10',
  hirsute: '21.04',
  groovy: '20.10',
  focal: '20.04',
  eoan: '19.10',
  disco: '19.04',
  cosmic: '18.10',
  bionic: '18.04',
  artful: '17.10',
  zesty: '17.04',
  yakkety: '16.10',
  xenial: '16.04',
  wily: '15.10',
  vivid: '15.04',
  utopic: '14.10',
  trusty: '14.04',
  saucy: '13.10',
  raring: '13.04',
  quantal: '12.10',
  precise: '12.04',
  oneiric: '11.10',
  natty: '11.04',
  maverick: '10.10',
  lucid: '10.04',
  karmic: '9.10',
  jaunty: '9.04',
  intrepid: '8.10',
  hardy: '8.04',
  gutsy: '7.10',
  dapper: '6.06',
};

export const DEBIAN_NAMES: Readonly<Record<string, string>> = {
  woody: '3.0',
  sarge: '3.1',
  etch: '4',
  lenny: '5',
  squeeze: '6',
  wheezy: '7',
  jessie: '8',
  stretch: '9',
  buster: '10',
  bullseye: '11',
  bookworm: '12',
  trixie: '13',
};

/** The release a folded text names by its code name; not where it is on the way to one: `trixie/sid`. */
export function codenamed(text: string, names: Readonly<Record<string, string>>): string | null {
  const found = Object.keys(names).find((name) => new RegExp(`(?<![a-z])${name}(?![a-z/])`).test(text));
  return found === undefined ? null : (names[found] ?? null);
}
