import { describe, expect, test } from '@jest/globals';
import { lifecycleRows } from './lifecycle-data.ts';
import { productsIn } from './product-text.ts';
import { ReleaseIndex } from './release-index.ts';
import { verdictOf } from './support-verdict.ts';

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
    ['WebLogic 12.2.1.4.0', 'weblogic 12.2.1.4'],
    ['JavaScript, TypeScript, Oracle Linux 8', ''],
    ['phpBB-like thing made in house', ''],
    ['', ''],
  ])('%s names %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    'Apache Struts 1.3',
    'Apache Kafka 2.8',
    'Apache HttpClient 4.5',
    'IBM WebSphere MQ 7.5',
    'WebSphere Portal 8.0',
    'JBoss Fuse 6',
    'JBoss AS 5.1',
    'JBoss Developer Studio 7',
    'Oracle Client 11.2',
    'Oracle Database 19c Client',
    'Oracle Database Client 12.1',
    'Oracle JDBC 12.1',
    'Oracle SQL Developer 19.2',
    'Oracle Berkeley DB 12.1',
    'Oracle E-Business Suite 12.2',
    'Oracle Enterprise Manager 13c',
    'Oracle NoSQL Database 19',
    'Oracle Forms and Reports 12.2.1',
    'SQL Server 2008 R2 Native Client',
    'ODBC Driver 17 for SQL Server',
    'SQL Server Management Studio 18',
    'SQL Server Reporting Services 2016',
    'Microsoft SQL Server Compact 4.0',
    'MySQL Workbench 8.0',
    'MySQL Connector/J 5.1',
    'MySQL NDB Cluster 7.6',
    'mysql-connector-python 8.0',
    'PostgreSQL JDBC 9.4',
    'psqlODBC 9.6',
    'pgAdmin 4',
    'MongoDB Ops Manager 4.4',
    'redis-py 5.0',
    'Redis Enterprise 6.0',
    'nginx Ingress Controller 1.8',
    'Tomcat Native 1.2',
    'IIS Express 8.0',
    'Java EE 6',
    'Java Servlet 3.0',
    'IBM Java 8',
    '.NET Standard 2.0',
    'Python for .NET 2.0',
    'Python Django 2.2',
    'Elasticsearch.NET 7.17',
    'DB2 for z/OS 12',
    'DB2 12 for z/OS',
    'Db2 for i 7.4',
    'DB2 Connect 10.5',
    'Amazon Aurora MySQL 5.7',
    'Amazon RDS MySQL 8.0.35',
    'Azure Database for PostgreSQL 11',
    'Google Cloud SQL for MySQL 5.7',
    'Amazon Redshift (PostgreSQL 8.0.2)',
    'Greenplum 6 (PostgreSQL 9.4)',
    'SAP S/4HANA 1909',
    'Node 1',
  ])('%s is another product', (text) => {
    expect(read(text)).toBe('');
  });

  test.each([
    ['Microsoft SQL Server Standard Edition (64-bit) 2016', 'sql_server 2016'],
    ['Oracle Database 12c Enterprise Edition Release 12.1.0.2.0 - 64bit', 'oracle_database 12.1'],
    ['Oracle Standard Edition 2 19c', 'oracle_database 19'],
    ['mysql  Ver 14.14 Distrib 5.7.33', 'mysql 5.7.33'],
    ['MySQL Community Server 8.0.36', 'mysql 8.0.36'],
    ['10.5.12-MariaDB', 'mariadb 10.5.12'],
    ['DB2 for Linux, UNIX and Windows 10.5', 'db2 10.5'],
    ['Red Hat JBoss Enterprise Application Platform 7', 'jboss_eap 7'],
    ['IBM WebSphere Application Server Network Deployment 8.5.5', 'websphere 8.5.5'],
    ['Java SE Development Kit 8 Update 202', 'java 8 Oracle'],
    ['SharePoint 2013 on SQL Server 2012', 'sql_server 2012'],
    ['Java 8 Tomcat 9', 'java 8 + tomcat 9'],
    ['PostgreSQL on Linux 8', 'postgresql -'],
    ['.NET 4.5.2', 'dotnet_framework 4.5.2'],
    ['2x SQL Server 2019', 'sql_server 2019'],
  ])('%s is plainly %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['postgres 14.5 (Ubuntu 14.5-1.pgdg20.04+1)', 'postgresql 14.5'],
    ['PostgreSQL 13.4 (Debian 13.4-1.pgdg100+1) on x86_64-pc-linux-gnu, 64-bit', 'postgresql 13.4'],
    ['PostgreSQL 12.3', 'postgresql 12.3'],
    ['MariaDB 10.3.39-0+deb10u1', 'mariadb 10.3.39'],
    ['MariaDB 10.5.8-log', 'mariadb 10.5.8'],
    ['10.5.8-MariaDB-log', 'mariadb 10.5.8'],
    ['10.6.12-MariaDB-0ubuntu0.22.04.1', 'mariadb 10.6.12'],
    ['10.11.6-MariaDB-1:10.11.6+maria~ubu2204', 'mariadb 10.11.6'],
    ['5.5.5-10.3.39-MariaDB', 'mariadb 10.3.39'],
    ['5.7.33-log MySQL Community Server', 'mysql 5.7.33'],
    ['8.0.36-0ubuntu0.20.04.1 MySQL', 'mysql 8.0.36'],
    ['mysqld 8.0.32', 'mysql 8.0.32'],
    ['mongod v5.0.14', 'mongodb 5.0.14'],
    ['SQL Server 2014 Service Pack 3', 'sql_server 2014 SP3'],
    ['SQL Server 2012 (Service Pack 4)', 'sql_server 2012 SP4'],
    ['SQL Svr 2016', 'sql_server 2016'],
    ['DB2/LINUXX8664 11.5.8', 'db2 11.5.8'],
    ['MySQL 5.7 (Percona)', ''],
  ])('%s, as an engine or a package names itself, is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['SQL Server 15.0.2000.5', 'sql_server 2019'],
    ['SQL Server 12.0.2000.8', 'sql_server 2014'],
    ['SQL Server 13.0.2000', 'sql_server 2016'],
    ['SQL Server 15.0.2005', 'sql_server 2019'],
    ['SQL Server 10.50.2500.0', 'sql_server 2008 R2'],
    ['SQL2019', 'sql_server 2019'],
    ['SQL 2016 SP3', 'sql_server 2016 SP3'],
    ['SQL2008R2', 'sql_server 2008 R2'],
    ['MS-SQL 2008 R2', 'sql_server 2008 R2'],
    ['MSSQL 2019', 'sql_server 2019'],
    ['SQL', ''],
    ['Azure SQL Database', ''],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['IIS 7.5', 'iis 7.5', 'end_of_life'],
    ['SQL Server 2014', 'sql_server 2014', 'extended_support_only'],
    ['SQL Server 2014 SP2', 'sql_server 2014 SP2', 'end_of_life'],
    ['SQL Server 2012', 'sql_server 2012', 'end_of_life'],
    ['Microsoft IIS 6.0', 'iis 6.0', 'end_of_life'],
    ['Internet Information Services (IIS) 8.5', 'iis 8.5', 'end_of_life'],
    ['IIS 10.0', 'iis 10', 'not_enough_data'],
    ['IIS 10.0 on Windows Server 2022', 'iis 10 on Windows Server 2022', 'supported'],
    ['WebLogic Server 12.2.1.4', 'weblogic 12.2.1.4', 'ends_soon'],
    ['WebLogic 12.2.1.3', 'weblogic 12.2.1.3', 'no_data'],
    ['WebLogic 10.3.6', 'weblogic 11g (10.3.x)', 'end_of_life'],
    ['WebLogic 11g', 'weblogic 11g (10.3.x)', 'end_of_life'],
  ])('%s finds its own row', (text, expected, state) => {
    expect(read(text)).toBe(expected);
    const index = new ReleaseIndex(lifecycleRows);
    const states = productsIn(text).map((one) => verdictOf(index.match(one), new Date('2026-11-25')).state);
    expect(states).toEqual([state]);
  });

  test.each([
    ['SQL Server 2019 / SQL Server 2008', 'sql_server 2019 or 2008'],
    ['SQL Server 2008 or 2019', 'sql_server 2008 or 2019'],
    ['SQL Server 2008, 2012', 'sql_server 2008 or 2012'],
    ['SQL Server 13.0.2000 / 15.0.2005', 'sql_server 2016 or 2019'],
    ['MariaDB 10.4/10.6', 'mariadb 10.4 or 10.6'],
    ['PostgreSQL 12 -> 16 (migration planned)', 'postgresql 12 or 16'],
    ['SQL Server 2008 (upgraded to 2019)', 'sql_server 2008 or 2019'],
    ['SQL Server 2012, to be upgraded to 2022', 'sql_server 2012 or 2022'],
    ['SQL Server 2022 (upgraded from 2008)', 'sql_server 2022'],
    ['SQL Server 2016 SP2/SP3', 'sql_server 2016 SP2 or 2016 SP3'],
    ['SQL Server 2014 SP2 or SP3 CU4', 'sql_server 2014 SP2 or 2014 SP3'],
    ['SQL Server 2008 R2 SP2/3', 'sql_server 2008 R2 SP2 or 2008 R2 SP3'],
    ['SQL Server 2016 SP2 -> Service Pack 3', 'sql_server 2016 SP2 or 2016 SP3'],
    ['SQL Server 2016 SP2, 2 instances', 'sql_server 2016 SP2'],
    ['SQL Server 2016 SP3 on Windows Server 2008 SP2', 'sql_server 2016 SP3'],
    ['SQL Server 2016 or later', 'sql_server 2016 or later'],
    ['Java 11+', 'java 11 or later'],
    ['Tomcat 9, port 8080', 'tomcat 9'],
    ['PostgreSQL 16; MySQL 5.5', 'postgresql 16 + mysql 5.5'],
  ])('%s is never judged by its first release alone', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['.NET Framework 4.8', 'No end of support is announced; it was supported on 2026-08-22.'],
    ['SAP HANA 2.0 SPS05', 'No end of support is known.'],
    ['Db2 12.1', 'No end of support is announced; it was supported on 2026-08-22.'],
  ])('%s has no date, and that is said as people say it', (text, expected) => {
    const index = new ReleaseIndex(lifecycleRows);
    const reasons = productsIn(text).map((one) => verdictOf(index.match(one), new Date('2026-11-25')).reason);
    expect(reasons).toEqual([expected]);
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
