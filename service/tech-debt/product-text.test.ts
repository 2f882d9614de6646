import { describe, expect, test } from '@jest/globals';
import { lifecycleRows } from './lifecycle-data.ts';
import { productsIn } from './product-text.ts';
import { ReleaseIndex } from './release-index.ts';

const read = (text: string): string =>
  productsIn(text)
    .map(({ family, version, edition }) => [family, version ?? '-', edition].filter((part) => part !== null).join(' '))
    .join(' + ');

describe('a text about databases and middleware', () => {
  test.each([
    ['Microsoft SQL Server 2016 (SP2) Enterprise', 'sql_server 2016 SP2'],
    ['MSSQL 2008R2', 'sql_server 2008 R2'],
    ['SQL Server 13.0.5026.0', 'sql_server 2016'],
    ['Oracle 19c', 'oracle_database 19'],
    ['Oracle Database 11g Release 2 11.2.0.4', 'oracle_database 11.2'],
    ['Oracle 12c', 'oracle_database 12.1 or 12.2'],
    ['Oracle RDBMS 12.1.0.2', 'oracle_database 12.1'],
    ['Oracle', 'oracle_database -'],
    ['MySQL 5.7.44', 'mysql 5.7.44'],
    ['PostgreSQL 9.6.2', 'postgresql 9.6.2'],
    ['MariaDB 10.3', 'mariadb 10.3'],
    ['MongoDB 4.4', 'mongodb 4.4'],
    ['IBM DB2 10.5', 'db2 10.5'],
    ['SAP HANA 2.0 SPS05', 'sap_hana 2.0 SPS05'],
    ['Sybase ASE 15.7', 'sybase_ase 15.7'],
    ['Java 8, Tomcat 9.0.65, .NET Framework 4.6.1', 'java 8 + tomcat 9.0.65 + dotnet_framework 4.6.1'],
    ['OpenJDK 1.8.0_301 (Temurin)', 'java 8 Eclipse Temurin'],
    ['.NET Core 3.1 / Node.js 14.17', 'dotnet 3.1 + nodejs 14.17'],
    ['Apache 2.4.6; PHP 7.4 | nginx 1.18', 'apache_httpd 2.4.6 + php 7.4 + nginx 1.18'],
    ['WebLogic 12.2.1.4.0', 'weblogic 12.2.1'],
    ['JavaScript, TypeScript, Oracle Linux 8', ''],
    ['phpBB-like thing made in house', ''],
    ['', ''],
  ])('%s names %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('names only families the lifecycle data has', () => {
    const index = new ReleaseIndex(lifecycleRows);
    const families = ['MySQL', 'Cassandra 3', 'Redis', 'JBoss EAP 7', 'WebSphere 8.5', 'Elasticsearch 7', 'Python 3.6']
      .flatMap(productsIn)
      .map(({ family }) => family);
    expect(families).toHaveLength(7);
    expect(families.every((family) => index.has(family))).toBe(true);
  });

  test.each(['1.'.repeat(16_000), 'oracle '.repeat(5_000), '((((a+)+)+)+)$', 'java '.repeat(8_000), '$where'])(
    'comes to an end whatever the text is',
    (text) => {
      expect(productsIn(text).length).toBeLessThan(2);
    },
  );
});
