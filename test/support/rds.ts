/** Databases as the collectors give them; each test changes what it is about. */
import type { DbCluster } from '../../src/collectors/rds/clusters.ts';
import type { Database } from '../../src/collectors/rds/databases.ts';
import type { DbInstance, DbSettings } from '../../src/collectors/rds/instances.ts';
import type { DbNetwork } from '../../src/reasoning/exposure/database.ts';
import type { ManualSnapshot } from '../../src/collectors/rds/snapshots.ts';
import type { TlsDemand, TlsTarget } from '../../src/collectors/rds/tls.ts';
import { known } from './observe.ts';

const region = 'eu-west-1';

export const dbNetwork: DbNetwork = {
  port: 5432,
  vpcId: 'vpc-1',
  groupIds: ['sg-1'],
  subnetIds: ['subnet-a', 'subnet-b'],
};

/** Settings that are all as they should be. */
export function dbSettings(changes: Partial<DbSettings> = {}): DbSettings {
  return {
    deletionProtection: known(true),
    iamAuthentication: known(true),
    exportedLogs: known(['postgresql', 'upgrade', 'audit']),
    adminName: known('orders_owner'),
    ...changes,
  };
}

/** A PostgreSQL database of its own, an instance or a cluster. */
export function database(
  settings: Partial<DbSettings> = {},
  changes: Partial<Database> = {},
): Database {
  const { arn, type, name } = dbInstance();
  const what = { engine: 'postgres', replicaOf: undefined };
  return { arn, type, name, region, ...what, settings: dbSettings(settings), ...changes };
}

/** A PostgreSQL instance that stands alone and does everything right. */
export function dbInstance(changes: Partial<DbInstance> = {}): DbInstance {
  return {
    arn: `arn:aws:rds:${region}:111122223333:db:orders`,
    type: 'AWS::RDS::DBInstance',
    name: 'orders',
    region,
    engine: 'postgres',
    cluster: undefined,
    replicaOf: undefined,
    engineVersion: known('16.3'),
    encryption: known('kms'),
    publiclyAccessible: known(false),
    autoMinorVersionUpgrade: known(true),
    multiAz: known(true),
    backupRetention: known(14),
    parameters: known({ group: 'default.postgres16', status: 'in-sync' }),
    network: known(dbNetwork),
    subnets: known(dbNetwork),
    settings: dbSettings(),
    certificate: known({ authority: 'rds-ca-rsa2048-g1', validTill: new Date('2061-05-25') }),
    ...changes,
  };
}

/** An Aurora PostgreSQL cluster that does everything right. */
export function dbCluster(changes: Partial<DbCluster> = {}): DbCluster {
  return {
    arn: `arn:aws:rds:${region}:111122223333:cluster:bookings`,
    type: 'AWS::RDS::DBCluster',
    name: 'bookings',
    region,
    service: 'aurora',
    engine: 'aurora-postgresql',
    engineVersion: known('16.4'),
    globalCluster: undefined,
    hasInternetGateway: false,
    autoMinorVersionUpgrade: known(true),
    isServerlessV1: false,
    encryption: known('kms'),
    multiAz: known(true),
    parameters: known({ group: 'default.aurora-postgresql16', status: 'in-sync' }),
    backupRetention: known(14),
    settings: dbSettings(),
    ...changes,
  };
}

/** A snapshot that is not encrypted. */
export function manualSnapshot(changes: Partial<ManualSnapshot> = {}): ManualSnapshot {
  return {
    arn: `arn:aws:rds:${region}:111122223333:snapshot:before-migration`,
    type: 'AWS::RDS::DBSnapshot',
    name: 'before-migration',
    region,
    engine: 'mysql',
    of: 'instance',
    canBePublic: true,
    encryption: known('none'),
    ...changes,
  };
}

/** An instance whose own parameter group demands TLS. */
export function tlsTarget(engine: string, demand?: Partial<TlsDemand>): TlsTarget {
  const whole: TlsDemand = {
    parameter: 'rds.force_ssl',
    group: 'orders-tls',
    from: 'group',
    isDemanded: true,
    isPending: false,
    ...demand,
  };
  const { arn, type, name } = dbInstance();
  return { arn, type, name, region, engine, demand: demand ? known(whole) : undefined };
}
