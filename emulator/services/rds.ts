import {
  CreateDBClusterCommand,
  CreateDBClusterParameterGroupCommand,
  CreateDBClusterSnapshotCommand,
  CreateDBInstanceCommand,
  CreateDBParameterGroupCommand,
  CreateDBProxyCommand,
  CreateDBSnapshotCommand,
  CreateDBSubnetGroupCommand,
  ModifyDBClusterParameterGroupCommand,
  ModifyDBClusterSnapshotAttributeCommand,
  ModifyDBParameterGroupCommand,
  ModifyDBSnapshotAttributeCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import * as sdk from '@aws-sdk/client-rds';
import { rds as service } from '../../src/collectors/rds/service.ts';
import { z } from 'zod';
import { success, xml } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, must, tags } from '../site.ts';
import type { Planted, Site } from '../site.ts';
import ec2 from './ec2/service.ts';

interface DatabasePlan {
  readonly id: string;
  readonly engine: 'postgres' | 'mysql';
  readonly version: string;
  readonly encrypted: boolean;
  readonly isPublic: boolean;
  readonly multiAz: boolean;
  readonly backupDays: number;
  readonly minorUpgrades: boolean;
  readonly group: string;
  readonly parameters?: string;
  readonly tls?: Planted['outcome'];
  readonly admin: string;
  /** Deletion protection, IAM authentication, logs and a certificate that is valid. */
  readonly guarded: boolean;
}

const DATABASES: readonly DatabasePlan[] = [
  {
    id: 'nwh-tracking',
    engine: 'postgres',
    version: '14.12',
    encrypted: true,
    isPublic: false,
    multiAz: true,
    backupDays: 14,
    minorUpgrades: true,
    group: 'invoice-db',
    parameters: 'nwh-postgres-tls',
    tls: 'pass',
    admin: 'nwh',
    guarded: true,
  },
  {
    id: 'nwh-legacy-tms',
    engine: 'mysql',
    version: '8.0.36',
    encrypted: false,
    isPublic: true,
    multiAz: false,
    backupDays: 1,
    minorUpgrades: false,
    group: 'tracking-db',
    admin: 'admin',
    guarded: false,
  },
  {
    id: 'nwh-rates',
    engine: 'postgres',
    version: '14.12',
    encrypted: true,
    isPublic: true,
    multiAz: false,
    backupDays: 7,
    minorUpgrades: true,
    group: 'vpn-admins',
    parameters: 'nwh-postgres-plain',
    tls: 'fail',
    admin: 'nwh',
    guarded: true,
  },
];

async function plantParameters(site: Site, region: string): Promise<void> {
  const rds = site.client(RDSClient, region, 400);
  for (const [name, value] of [
    ['nwh-postgres-tls', '1'],
    ['nwh-postgres-plain', '0'],
  ]) {
    const group = { DBParameterGroupName: name, DBParameterGroupFamily: 'postgres14' };
    await rds.send(new CreateDBParameterGroupCommand({ ...group, Description: 'NWH defaults' }));
    const parameter = { ParameterName: 'rds.force_ssl', ParameterValue: value };
    const Parameters = [{ ...parameter, ApplyMethod: 'immediate' as const }];
    await rds.send(new ModifyDBParameterGroupCommand({ DBParameterGroupName: name, Parameters }));
  }
}

function verdict(good: boolean): Planted['outcome'] {
  return good ? 'pass' : 'fail';
}

async function plantDatabase(
  site: Site,
  region: string,
  plan: DatabasePlan,
  groupId: string,
): Promise<void> {
  const made = await site.client(RDSClient, region, 380).send(
    new CreateDBInstanceCommand({
      DBInstanceIdentifier: plan.id,
      Engine: plan.engine,
      EngineVersion: plan.version,
      DBInstanceClass: 'db.m6g.large',
      AllocatedStorage: 100,
      MasterUsername: plan.admin,
      MasterUserPassword: 'planted-by-the-emulator',
      DeletionProtection: plan.guarded,
      EnableIAMDatabaseAuthentication: plan.guarded,
      ...(plan.guarded
        ? { EnableCloudwatchLogsExports: ['postgresql', 'upgrade'] }
        : { CACertificateIdentifier: 'rds-ca-2019' }),
      StorageEncrypted: plan.encrypted,
      PubliclyAccessible: plan.isPublic,
      MultiAZ: plan.multiAz,
      BackupRetentionPeriod: plan.backupDays,
      AutoMinorVersionUpgrade: plan.minorUpgrades,
      DBSubnetGroupName: 'nwh-data',
      VpcSecurityGroupIds: [groupId],
      ...(plan.parameters ? { DBParameterGroupName: plan.parameters } : {}),
      Tags: tags({ Application: plan.id, Owner: 'Data' }),
    }),
  );
  const arn = must(made.DBInstance?.DBInstanceArn, 'DBInstanceArn');
  site.expect('rds-instance-encrypted', arn, verdict(plan.encrypted));
  site.expect('rds-instance-not-public', arn, verdict(!plan.isPublic));
  site.expect('rds-instance-multi-az', arn, verdict(plan.multiAz));
  site.expect('rds-instance-backup-enabled', arn, verdict(plan.backupDays >= 7));
  site.expect('rds-instance-auto-minor-upgrade', arn, verdict(plan.minorUpgrades));
  if (plan.tls) site.expect('rds-tls-required', arn, plan.tls);
  for (const check of ['deletion-protection', 'iam-authentication', 'logs-exported']) {
    site.expect(`rds-${check}`, arn, verdict(plan.guarded));
  }
  site.expect('rds-ca-certificate-valid', arn, verdict(plan.guarded));
  site.expect('rds-engine-version-supported', arn, verdict(plan.guarded));
  site.expect('rds-custom-admin-username', arn, verdict(plan.admin !== 'admin'));
}

/** A cluster parameter group that demands TLS, or does not. */
async function plantClusterParameters(site: Site, region: string, tls: boolean): Promise<string> {
  const rds = site.client(RDSClient, region, 400);
  const DBClusterParameterGroupName = tls ? 'nwh-aurora-tls' : 'nwh-aurora-plain';
  await rds.send(
    new CreateDBClusterParameterGroupCommand({
      DBClusterParameterGroupName,
      DBParameterGroupFamily: 'aurora-postgresql15',
      Description: 'NWH defaults',
    }),
  );
  const parameter = { ParameterName: 'rds.force_ssl', ParameterValue: tls ? '1' : '0' };
  const Parameters = [{ ...parameter, ApplyMethod: 'immediate' as const }];
  await rds.send(
    new ModifyDBClusterParameterGroupCommand({ DBClusterParameterGroupName, Parameters }),
  );
  return DBClusterParameterGroupName;
}

async function plantCluster(site: Site, region: string): Promise<void> {
  const rds = site.client(RDSClient, region, 240);
  for (const [id, encrypted] of [
    ['nwh-bookings', true],
    ['nwh-reporting', false],
  ] as const) {
    const DBClusterParameterGroupName = await plantClusterParameters(site, region, encrypted);
    const made = await rds.send(
      new CreateDBClusterCommand({
        DBClusterIdentifier: id,
        Engine: 'aurora-postgresql',
        EngineVersion: '15.4',
        MasterUsername: 'nwh',
        MasterUserPassword: 'planted-by-the-emulator',
        StorageEncrypted: encrypted,
        DBClusterParameterGroupName,
        BackupRetentionPeriod: encrypted ? 7 : 1,
        DBSubnetGroupName: 'nwh-data',
        AvailabilityZones: [`${region}a`, `${region}b`],
      }),
    );
    const arn = must(made.DBCluster?.DBClusterArn, 'DBClusterArn');
    site.expect('rds-cluster-encrypted', arn, verdict(encrypted));
    site.expect('rds-cluster-backup-retention', arn, verdict(encrypted));
    site.expect('rds-tls-required', arn, encrypted ? 'pass' : 'fail');
    await rds.send(
      new CreateDBInstanceCommand({
        DBInstanceIdentifier: `${id}-1`,
        DBClusterIdentifier: id,
        Engine: 'aurora-postgresql',
        EngineVersion: '15.4',
        DBInstanceClass: 'db.r6g.large',
        DBSubnetGroupName: 'nwh-data',
        PubliclyAccessible: false,
        MultiAZ: false,
      }),
    );
  }
}

async function plantSnapshots(site: Site, region: string): Promise<void> {
  const rds = site.client(RDSClient, region, 60);
  const all = { AttributeName: 'restore', ValuesToAdd: ['all'] };
  for (const [DBSnapshotIdentifier, DBInstanceIdentifier, open] of [
    ['nwh-tms-before-migration', 'nwh-legacy-tms', true],
    ['nwh-tracking-quarter', 'nwh-tracking', false],
  ] as const) {
    const made = await rds.send(
      new CreateDBSnapshotCommand({ DBSnapshotIdentifier, DBInstanceIdentifier }),
    );
    const change = { DBSnapshotIdentifier, ...all };
    if (open) await rds.send(new ModifyDBSnapshotAttributeCommand(change));
    const arn = must(made.DBSnapshot?.DBSnapshotArn, 'DBSnapshotArn');
    site.expect('rds-snapshot-not-public', arn, open ? 'fail' : 'pass');
    site.expect('rds-snapshot-encrypted', arn, verdict(!open));
  }
  const cluster = {
    DBClusterSnapshotIdentifier: 'nwh-reporting-export',
    DBClusterIdentifier: 'nwh-reporting',
  };
  const made = await rds.send(new CreateDBClusterSnapshotCommand(cluster));
  const { DBClusterSnapshotIdentifier } = cluster;
  await rds.send(
    new ModifyDBClusterSnapshotAttributeCommand({ DBClusterSnapshotIdentifier, ...all }),
  );
  const arn = must(made.DBClusterSnapshot?.DBClusterSnapshotArn, 'DBClusterSnapshotArn');
  site.expect('rds-snapshot-not-public', arn, 'fail');
}

/** Two clusters of a service that RDS lists beside its own, one as it should be, each with a snapshot. */
async function plantOther(site: Site, region: string, engine: 'neptune' | 'docdb'): Promise<void> {
  const rds = site.client(RDSClient, region, 90);
  const service = engine === 'docdb' ? 'documentdb' : engine;
  for (const good of [true, false]) {
    const id = `nwh-${engine}-${good ? 'routes' : 'trial'}`;
    const made = await rds.send(
      new CreateDBClusterCommand({
        DBClusterIdentifier: id,
        Engine: engine,
        MasterUsername: 'nwh',
        MasterUserPassword: 'planted-by-the-emulator',
        StorageEncrypted: good,
        BackupRetentionPeriod: good ? 7 : 1,
        DeletionProtection: good,
        ...(engine === 'neptune' ? { EnableIAMDatabaseAuthentication: good } : {}),
        EnableCloudwatchLogsExports: good ? ['audit'] : [],
        DBSubnetGroupName: 'nwh-data',
      }),
    );
    const arn = must(made.DBCluster?.DBClusterArn, 'DBClusterArn');
    for (const check of ['encrypted', 'backup-retention', 'audit-logs', 'deletion-protection']) {
      site.expect(`${service}-cluster-${check}`, arn, verdict(good));
    }
    if (engine === 'neptune') site.expect('neptune-iam-authentication', arn, verdict(good));
    const DBClusterSnapshotIdentifier = `${id}-copy`;
    const copied = await rds.send(
      new CreateDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier, DBClusterIdentifier: id }),
    );
    const open = { AttributeName: 'restore', ValuesToAdd: ['all'] };
    const change = { DBClusterSnapshotIdentifier, ...open };
    if (!good) await rds.send(new ModifyDBClusterSnapshotAttributeCommand(change));
    const copy = must(copied.DBClusterSnapshot?.DBClusterSnapshotArn, 'DBClusterSnapshotArn');
    site.expect(`${service}-snapshot-not-public`, copy, verdict(good));
  }
}

async function plantProxies(site: Site, region: string, subnetIds: readonly string[]) {
  for (const RequireTLS of [true, false]) {
    const made = await site.client(RDSClient, region, 90).send(
      new CreateDBProxyCommand({
        DBProxyName: RequireTLS ? 'nwh-tracking' : 'nwh-tracking-old',
        EngineFamily: 'POSTGRESQL',
        Auth: [{ AuthScheme: 'SECRETS', IAMAuth: 'REQUIRED' }],
        RoleArn: `arn:aws:iam::${ACCOUNT_ID}:role/nwh-proxy`,
        VpcSubnetIds: [...subnetIds],
        RequireTLS,
      }),
    );
    const arn = must(made.DBProxy?.DBProxyArn, 'DBProxyArn');
    site.expect('rds-proxy-tls-required', arn, verdict(RequireTLS));
  }
}

/** Databases, clusters, parameter groups and snapshots beside the production network. */
async function plant(site: Site): Promise<void> {
  const { production, groupId } = await ec2.planted(site);
  const { region } = production;
  await site.client(RDSClient, region, 700).send(
    new CreateDBSubnetGroupCommand({
      DBSubnetGroupName: 'nwh-data',
      DBSubnetGroupDescription: 'Data subnets',
      SubnetIds: [...production.subnetIds],
    }),
  );
  await plantParameters(site, region);
  for (const plan of DATABASES) await plantDatabase(site, region, plan, groupId(plan.group));
  await plantCluster(site, region);
  await plantSnapshots(site, region);
  await plantOther(site, region, 'neptune');
  await plantOther(site, region, 'docdb');
  await plantProxies(site, region, production.subnetIds);
  await site.set('state', rds.state({ [region]: { deprecated: ['mysql 8.0.36'] } }));
}

/** Moto knows no versions of engines: those that are not named here are offered. */
const state = z.strictObject({ deprecated: z.array(z.string()).default([]) });

const rds = emulate({
  service,
  sdk,
  Client: RDSClient,
  state,
  answers: {
    DescribeDBEngineVersions: (request, { deprecated }) => {
      const asked = new URLSearchParams(request.body.toString());
      const [engine, version] = [asked.get('Engine') ?? '', asked.get('EngineVersion') ?? ''];
      const status = deprecated.includes(`${engine} ${version}`) ? 'deprecated' : 'available';
      const names = `<Engine>${xml(engine)}</Engine><EngineVersion>${xml(version)}</EngineVersion>`;
      const one = `<DBEngineVersion>${names}<Status>${status}</Status></DBEngineVersion>`;
      return success(request, `<DBEngineVersions>${one}</DBEngineVersions>`);
    },
  },
  plant,
});
export default rds;
