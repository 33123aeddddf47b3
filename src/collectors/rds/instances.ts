/** DB instances of RDS and Aurora, members of clusters included. */
import type { DBInstance } from '@aws-sdk/client-rds';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import type { DbNetwork } from '../../reasoning/exposure/database.ts';
import type { StorageEncryption } from '../../reasoning/storage-encryption.ts';
import { readEncryption } from './encryption.ts';
import { isCustom, isRds, knownEngine, serviceOf } from './engines.ts';
import { pageSize } from './pages.ts';
import { DescribeDBInstances } from './operations.ts';

/** A parameter group that is assigned, and whether its changes are in force (`in-sync`, `pending-reboot` ...). */
export interface AssignedParameters {
  readonly group: string;
  readonly status: string;
}

export interface DbInstance extends Resource {
  readonly engine: string;
  /** The cluster that it is a member of. */
  readonly cluster: string | undefined;
  /** What it replicates: an instance, or a cluster that it is no member of. */
  readonly replicaOf: string | undefined;
  readonly engineVersion: Observed<string>;
  readonly encryption: Observed<StorageEncryption>;
  readonly publiclyAccessible: Observed<boolean>;
  readonly autoMinorVersionUpgrade: Observed<boolean>;
  readonly multiAz: Observed<boolean>;
  /** Days; 0 where automated backups are off. */
  readonly backupRetention: Observed<number>;
  readonly parameters: Observed<AssignedParameters>;
  readonly network: Observed<DbNetwork>;
  readonly subnets: Observed<DbSubnets>;
  readonly settings: DbSettings;
  readonly certificate: Observed<ServerCertificate>;
}

/** Every subnet that the instance may move to, in the order of AWS. */
export type DbSubnets = Pick<DbNetwork, 'vpcId' | 'subnetIds'>;

/** What instances and clusters are both set to. */
export interface DbSettings {
  readonly deletionProtection: Observed<boolean>;
  readonly iamAuthentication: Observed<boolean>;
  /** Kinds of logs that CloudWatch Logs is sent: `postgresql`, `audit` ... */
  readonly exportedLogs: Observed<readonly string[]>;
  readonly adminName: Observed<string>;
}

/** The certificate by which the instance proves who it is. */
export interface ServerCertificate {
  /** `rds-ca-rsa2048-g1` */
  readonly authority: string;
  readonly validTill: Date;
}

export const dbInstances = defineCollector({
  id: 'rds.instances',
  service: 'rds',
  scope: 'regional',
  recordedAs: ['AWS::RDS::DBInstance'],
  calls: [DescribeDBInstances],
  gather: (aws) =>
    aws.list(DescribeDBInstances, { MaxRecords: pageSize }, 'DBInstances', (item, members) => {
      const { must, field, observe, unusable } = members;
      const engine = must(item, 'Engine');
      if (!isRds(engine)) return [];
      const instance: DbInstance = {
        arn: must(item, 'DBInstanceArn'),
        type: 'AWS::RDS::DBInstance',
        name: must(item, 'DBInstanceIdentifier'),
        region: aws.region,
        ...serviceOf(engine),
        ...(isCustom(engine) ? { variant: 'rds-custom' as const } : {}),
        judgedIf: knownEngine(engine, members),
        engine,
        // Members of no cluster and those that replicate nothing lack these.
        cluster: item.DBClusterIdentifier,
        replicaOf:
          item.ReadReplicaSourceDBInstanceIdentifier ?? item.ReadReplicaSourceDBClusterIdentifier,
        engineVersion: field(item, 'EngineVersion'),
        encryption: observe(() => readEncryption(item, members)),
        publiclyAccessible: field(item, 'PubliclyAccessible'),
        autoMinorVersionUpgrade: field(item, 'AutoMinorVersionUpgrade'),
        multiAz: field(item, 'MultiAZ'),
        backupRetention: field(item, 'BackupRetentionPeriod'),
        parameters: observe(() => {
          const [assigned] = must(item, 'DBParameterGroups');
          if (!assigned) return unusable('the instance has no parameter group');
          return {
            group: must(assigned, 'DBParameterGroupName'),
            status: must(assigned, 'ParameterApplyStatus'),
          };
        }),
        // While an instance is being created it has no endpoint yet.
        network: observe(() => {
          return {
            port: must(must(item, 'Endpoint'), 'Port'),
            groupIds: must(item, 'VpcSecurityGroups').map((group) =>
              must(group, 'VpcSecurityGroupId'),
            ),
            ...subnetsOf(item, members),
          };
        }),
        subnets: observe(() => subnetsOf(item, members)),
        settings: settingsOf(item, members),
        certificate: observe(() => {
          const details = must(item, 'CertificateDetails');
          return {
            authority: must(details, 'CAIdentifier'),
            validTill: must(details, 'ValidTill'),
          };
        }),
      };
      return instance;
    }),
});

function subnetsOf(item: DBInstance, { must }: Members): DbSubnets {
  const group = must(item, 'DBSubnetGroup');
  return {
    vpcId: must(group, 'VpcId'),
    subnetIds: must(group, 'Subnets').map((subnet) => must(subnet, 'SubnetIdentifier')),
  };
}

interface Set {
  readonly DeletionProtection?: boolean | undefined;
  readonly IAMDatabaseAuthenticationEnabled?: boolean | undefined;
  readonly EnabledCloudwatchLogsExports?: string[] | undefined;
  readonly MasterUsername?: string | undefined;
}

export function settingsOf(item: Set, { field, observe }: Members): DbSettings {
  return {
    deletionProtection: field(item, 'DeletionProtection'),
    iamAuthentication: field(item, 'IAMDatabaseAuthenticationEnabled'),
    // RDS leaves the list out where nothing is exported: AWS CLI reference, "describe-db-instances", examples.
    exportedLogs: observe(() => item.EnabledCloudwatchLogsExports ?? []),
    adminName: field(item, 'MasterUsername'),
  };
}
