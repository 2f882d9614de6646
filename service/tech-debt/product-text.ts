import { folded } from '../cleansing/plain-text.ts';
import type { KnownRelease } from './release-index.ts';
import { oracleVersion, javaRelease, sqlServerVersion, firstNumber, hanaVersion } from './product-versions.ts';

/** How a product of the lifecycle data is called in texts that are folded (lower case, no accents). */
interface NamedProduct {
  family: string;
  names: RegExp;
  release?: (text: string, after: string) => Omit<KnownRelease, 'family'>;
}

const versionOnly =
  (read: (text: string, after: string) => string | null) =>
  (text: string, after: string): Omit<KnownRelease, 'family'> => ({ version: read(text, after), edition: null });

const word = (words: string): RegExp => new RegExp(`(?<![a-z0-9])(?:${words})(?![a-z])`);

/** More telling names first: MariaDB calls itself MySQL-compatible, .NET Framework is not .NET, JBoss runs on Java. */
const PRODUCTS: readonly NamedProduct[] = [
  {
    family: 'sql_server',
    names: word('ms ?sql(?: server)?|sql ?server|mssqlserver'),
    release: versionOnly(sqlServerVersion),
  },
  { family: 'mariadb', names: word('maria ?db') },
  { family: 'mysql', names: word('mysql') },
  { family: 'postgresql', names: word('postgres(?:ql)?|pgsql') },
  { family: 'mongodb', names: word('mongo(?: ?db)?') },
  { family: 'sap_hana', names: word('(?:sap )?hana'), release: versionOnly(hanaVersion) },
  { family: 'sybase_ase', names: word('sybase(?: ase)?|(?:sap )?ase|adaptive server enterprise') },
  { family: 'db2', names: word('(?:ibm )?db2(?: udb| luw)?') },
  { family: 'cassandra', names: word('(?:apache )?cassandra') },
  { family: 'elasticsearch', names: word('elastic ?search') },
  { family: 'redis', names: word('redis') },
  { family: 'weblogic', names: word('(?:oracle )?web ?logic(?: server)?') },
  { family: 'websphere', names: word('(?:ibm )?websphere(?: application server| as)?|(?<=ibm )was') },
  { family: 'jboss_eap', names: word('jboss(?: eap| enterprise application platform)?') },
  { family: 'tomcat', names: word('(?:apache )?tomcat') },
  { family: 'apache_httpd', names: word('apache(?: http(?:d| server)?| web ?server|2)?|httpd') },
  { family: 'nginx', names: word('nginx') },
  { family: 'dotnet_framework', names: /(?<![a-z0-9])(?:\.net|dot ?net) framework|(?<![a-z0-9])netfx/ },
  { family: 'dotnet', names: /(?<![a-z0-9])(?:\.net|dot ?net)(?: core)?(?![a-z])|asp\.net core/ },
  { family: 'nodejs', names: /(?<![a-z0-9])node(?:\.?js)?(?![a-z.])/ },
  {
    family: 'java',
    names: word('java(?: (?:se|jre|jdk|runtime))?|open ?jdk|jdk|jre|temurin|corretto'),
    release: javaRelease,
  },
  { family: 'python', names: word('c?python') },
  { family: 'php', names: word('php') },
  {
    family: 'oracle_database',
    names:
      /(?<![a-z0-9])oracle(?: (?:database|db|rdbms|rac|enterprise edition))?(?![a-z])(?! (?:linux|vm|solaris|jdk|java|http|forms|weblogic))/,
    release: versionOnly(oracleVersion),
  },
];

/** Longer cells are prose. */
const READ_MAX_CHARACTERS = 400;
/** Parts of one cell that are looked at. */
const PARTS_MAX = 40;

/** A product named in a text, and the part of the text that names it. */
export interface NamedRelease extends KnownRelease {
  text: string;
}

/** Databases, middleware and runtimes that a cell names, in its order, each once. Nothing for what the data does not know. */
export function productsIn(text: string): NamedRelease[] {
  const found: NamedRelease[] = [];
  for (const part of text
    .slice(0, READ_MAX_CHARACTERS)
    .split(/[,;|\n]+| [/+&] | and /)
    .slice(0, PARTS_MAX)) {
    const named = productIn(part.trim());
    if (named !== null && !found.some((one) => one.family === named.family && one.version === named.version))
      found.push(named);
  }
  return found;
}

function productIn(part: string): NamedRelease | null {
  const plain = folded(part);
  for (const { family, names, release } of PRODUCTS) {
    const match = names.exec(plain);
    if (match === null) continue;
    const after = plain.slice(match.index + match[0].length);
    const known = release?.(plain, after) ?? { version: firstNumber(after), edition: null };
    return { family, ...known, text: part };
  }
  return null;
}
