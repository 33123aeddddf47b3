/**
 * Which parameter makes an engine refuse connections without TLS, and what it is worth where nobody set it. Read
 * 2026-11; Amazon RDS user guide and Amazon Aurora user guide, the pages named beside each engine.
 */

/** The parameter of one engine. */
export interface TlsRule {
  readonly parameter: 'rds.force_ssl' | 'require_secure_transport';
  /** The last version, `major.minor`, of which AWS says that the default is off. */
  readonly offThrough: string;
  /** The first version of which AWS says that the default is on. */
  readonly onSince?: string;
}

const rules: Readonly<Record<string, TlsRule>> = {
  // "Using SSL with a PostgreSQL DB instance"
  postgres: { parameter: 'rds.force_ssl', offThrough: '14', onSince: '15' },
  // "Securing Aurora PostgreSQL data with SSL/TLS"
  'aurora-postgresql': { parameter: 'rds.force_ssl', offThrough: '16', onSince: '17' },
  // "Requiring SSL/TLS for all connections to a MySQL DB instance on Amazon RDS"
  mysql: { parameter: 'require_secure_transport', offThrough: '8.4', onSince: '9.7' },
  // "Requiring SSL/TLS for all connections to a MariaDB DB instance on Amazon RDS"
  mariadb: { parameter: 'require_secure_transport', offThrough: '11.4', onSince: '11.8' },
  // "TLS connections to Aurora MySQL DB clusters". Version 1 has no such parameter.
  aurora: { parameter: 'require_secure_transport', offThrough: '5.6' },
  'aurora-mysql': { parameter: 'require_secure_transport', offThrough: '8.0' },
};

/** "Using SSL with a Microsoft SQL Server DB instance": off unless it is set, in every edition. */
const sqlServer: TlsRule = { parameter: 'rds.force_ssl', offThrough: '16' };

/** The rule of an engine; undefined for engines where no parameter alone shuts out plain connections. */
export function tlsRuleOf(engine: string): TlsRule | undefined {
  return engine.startsWith('sqlserver-') ? sqlServer : rules[engine];
}

/** The names of all parameters above. */
export const tlsParameterNames: ReadonlySet<string> = new Set([
  sqlServer.parameter,
  ...Object.values(rules).map(({ parameter }) => parameter),
]);

/**
 * What the parameter is worth where a group has no value of its own; undefined for versions that the table does not
 * know.
 * @param version as RDS names it: `15.4`, `8.0.36`, `8.0.mysql_aurora.3.05.2`, `15.00.4316.3.v1`
 */
export function defaultOf({ offThrough, onSince }: TlsRule, version: string): boolean | undefined {
  if (onSince !== undefined && compareVersions(version, onSince) >= 0) return true;
  return compareVersions(version, offThrough) <= 0 ? false : undefined;
}

/** What a parameter's value says; undefined for values that are neither on nor off. Engines spell both in two ways. */
export function isOn(value: string): boolean | undefined {
  const text = value.trim().toLowerCase();
  if (['1', 'on', 'true'].includes(text)) return true;
  return ['0', 'off', 'false'].includes(text) ? false : undefined;
}

/** Compares as many numbers as `bound` has, so that 16.3 is not above 16. NaN where the version has no numbers. */
function compareVersions(version: string, bound: string): number {
  const numbers = version.split('.').map((part) => Number.parseInt(part, 10));
  for (const [index, wanted] of bound.split('.').map(Number).entries()) {
    const difference = (numbers[index] ?? 0) - wanted;
    if (difference !== 0) return difference;
  }
  return 0;
}
