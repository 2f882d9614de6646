import {
  firstNumber,
  hanaVersion,
  iisVersion,
  javaRelease,
  oracleVersion,
  sqlServerVersion,
  webLogicVersion,
} from './product-versions.ts';
import type { KnownRelease } from './release-index.ts';

/** Reads the release from the folded part of a text that names the product; `from` begins with the release. */
type ReadRelease = (part: string, from: string) => Omit<KnownRelease, 'family'>;

/**
 * How a product of the lifecycle data is called in texts that are folded (lower case, no accents). Patterns are the words
 * of an alternation; every word around the name that is none of them makes another product of it.
 */
export interface NamedProduct {
  family: string;
  names: string;
  /** Makers before the name. */
  makers?: string;
  /** Editions and the like between the name and the release. */
  own?: string;
  /** The words that make another product of it anywhere in the text. */
  another?: RegExp;
  release: ReadRelease;
}

const versionOnly =
  (read: (part: string, from: string) => string | null): ReadRelease =>
  (part, from) => ({ version: read(part, from), edition: null });

const numbered = versionOnly((_part, from) => firstNumber(from));

const EDITIONS = 'standard|std|enterprise|ent|express|developer|dev|workgroup|advanced|personal';
/** .NET 4 and 3.5 are of the framework, whether they say so or not. */
const OF_FRAMEWORK = ' ?v?(?:4|3\\.5)(?!\\d)';

export const namedProducts: readonly NamedProduct[] = [
  {
    family: 'sql_server',
    names: 'ms[ -]?sql(?:[ -]?server)?|sql[ -]?(?:server|svr)|sql(?=[ -]?2[0k]\\d)',
    makers: 'microsoft|ms',
    own: `${EDITIONS}|web|datacenter|business intelligence|bi|evaluation|failover|cluster|instance|engine`,
    another: /(?<![a-z])compact(?![a-z])/,
    release: versionOnly(sqlServerVersion),
  },
  { family: 'mariadb', names: 'maria ?dbd?', own: 'community|galera|cluster|mysql', release: numbered },
  {
    family: 'mysql',
    names: 'mysqld?',
    makers: 'oracle|sun',
    own: `ver \\d+\\.\\d+ distrib|community|${EDITIONS}|innodb`,
    another: /(?<![a-z])(?:ndb|percona)(?![a-z])/,
    release: numbered,
  },
  {
    family: 'postgresql',
    names: 'postgres(?:ql)?|pgsql|psql|pg(?=[ -]?v?\\d)',
    own: 'postgresql|community|cluster',
    release: numbered,
  },
  { family: 'mongodb', names: 'mongo(?: ?db|d)?', own: 'community|enterprise|cluster|replica set', release: numbered },
  {
    family: 'sap_hana',
    names: 'hana',
    makers: 'sap',
    own: 'platform|enterprise|standard',
    release: versionOnly(hanaVersion),
  },
  {
    family: 'sybase_ase',
    names: 'sybase(?: ase)?|ase|adaptive server enterprise',
    makers: 'sap|sybase',
    own: 'ase|adaptive server enterprise|\\(ase\\)',
    release: numbered,
  },
  {
    family: 'db2',
    names: 'db2(?: udb| luw)?',
    makers: 'ibm',
    own: `udb|luw|universal|${EDITIONS}|for (?:luw|linux|unix|windows)|aese|ese|wse`,
    another: /z\/?os|(?<![a-z])(?:for i|iseries|as\/?400|connect)(?![a-z])|db2\/?400/,
    release: numbered,
  },
  { family: 'cassandra', names: 'cassandra', makers: 'apache', release: numbered },
  { family: 'elasticsearch', names: 'elastic ?search', makers: 'elastic', own: 'cluster', release: numbered },
  { family: 'redis', names: 'redis', own: 'oss|open source|community|cluster|sentinel', release: numbered },
  {
    family: 'weblogic',
    names: 'web ?logic',
    makers: 'oracle|bea',
    own: 'application|suite|standard|enterprise',
    release: versionOnly(webLogicVersion),
  },
  {
    family: 'websphere',
    names: 'websphere(?: application server| as)?|was(?= ?(?:nd )?v?[3-9]\\.\\d)',
    makers: 'ibm',
    own: 'was|nd|network deployment|base|express',
    another: /(?<![a-z])liberty(?![a-z])/,
    release: numbered,
  },
  {
    family: 'jboss_eap',
    names: '(?:jboss )?eap(?= ?v?\\d)|jboss(?: eap| enterprise application platform)',
    makers: 'red ?hat|jboss',
    own: '\\(eap\\)',
    release: numbered,
  },
  {
    family: 'iis',
    names: 'iis|internet information (?:services?|server)',
    makers: 'microsoft|ms|windows',
    own: 'iis|web',
    another: /(?<![a-z])express(?![a-z])/,
    release: versionOnly(iisVersion),
  },
  { family: 'tomcat', names: 'tomcat', makers: 'apache|jakarta', own: 'servlet|container', release: numbered },
  {
    family: 'apache_httpd',
    names: 'apache(?: httpd?(?: server)?| web ?server|2)?|httpd',
    makers: 'apache',
    own: 'httpd|web|webserver',
    release: numbered,
  },
  { family: 'nginx', names: 'nginx', own: 'open source|oss|mainline|stable|web', release: numbered },
  {
    family: 'dotnet_framework',
    names: `(?:\\.net|dot ?net) framework|netfx|(?:\\.net|dot ?net)(?=${OF_FRAMEWORK})`,
    makers: 'microsoft|ms',
    release: numbered,
  },
  {
    family: 'dotnet',
    names: `asp\\.net core|(?:\\.net|dot ?net)(?: core)?(?!${OF_FRAMEWORK})`,
    makers: 'microsoft|ms',
    own: 'core|runtime|sdk|desktop',
    release: numbered,
  },
  // A bare `node 1` is a node of a cluster.
  { family: 'nodejs', names: 'node[. ]?js|node(?= ?v?(?:[4-9]|\\d\\d)(?!\\d))', own: 'lts', release: numbered },
  {
    family: 'java',
    names: 'java|open ?jdk|jdk|jre|temurin|corretto|adopt ?openjdk|adoptium',
    makers: 'oracle|sun|eclipse|adoptium|temurin|amazon|corretto|red ?hat|openjdk|build of',
    own: 'se|standard|platform|runtime|environment|development kit|jdk|jre|jvm|open ?jdk|hotspot|java|temurin|corretto',
    // Their dates are not in the data.
    another: /(?<![a-z])(?:ibm|semeru|zulu|azul|liberica|bellsoft|sap ?machine|graalvm|dragonwell)(?![a-z])/,
    release: javaRelease,
  },
  { family: 'python', names: 'c?python', release: numbered },
  { family: 'php', names: 'php', own: 'fpm|cli', release: numbered },
  {
    family: 'oracle_database',
    names: 'oracle',
    own: `rdbms|rac|real application clusters?|standard edition (?:2(?!\\d)|one)|se[12]?(?!\\d)|ee|xe|${EDITIONS}`,
    release: versionOnly(oracleVersion),
  },
];
