import {
  CreateDBClusterCommand,
  CreateDBClusterParameterGroupCommand,
  CreateDBClusterSnapshotCommand,
  CreateDBInstanceCommand,
  CreateDBParameterGroupCommand,
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
import { emulate } from '../service.ts';
import { must, tags } from '../site.ts';
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
      MasterUsername: 'nwh',
      MasterUserPassword: 'planted-by-the-emulator',
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
        BackupRetentionPeriod: 7,
        DBSubnetGroupName: 'nwh-data',
        AvailabilityZones: [`${region}a`, `${region}b`],
      }),
    );
    const arn = must(made.DBCluster?.DBClusterArn, 'DBClusterArn');
    site.expect('rds-cluster-encrypted', arn, encrypted ? 'pass' : 'fail');
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
}

export default emulate({ service, sdk, Client: RDSClient, plant });
