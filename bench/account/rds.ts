/** DB instances, clusters, their manual snapshots and parameter groups. */
import type {
  DBCluster,
  DBClusterMessage,
  DBClusterParameterGroupDetails,
  DBClusterSnapshotMessage,
  DBInstance,
  DBInstanceMessage,
  DBParameterGroupDetails,
  DBSnapshotMessage,
  DescribeDBClusterSnapshotAttributesResult,
  DescribeDBSnapshotAttributesResult,
} from '@aws-sdk/client-rds';
import { accountId, daysBefore, ec2Id, lastNumber, numbered, percent } from './identity.ts';
import { pageOf } from './question.ts';
import type { Answerers, Pages, Question } from './question.ts';
import { countIn } from './regions.ts';
import { groupIn, subnetId, vpcId, vpcOf, zoneOf } from './vpc-layout.ts';

/** Amazon RDS API reference, "DescribeDBInstances": 20 to 100. */
const pages: Pages = { size: 'MaxRecords', token: 'Marker', usual: 100, most: 100 };

/** Of these the parameter groups are, in turn. */
const engines = [
  { engine: 'postgres', version: '14.12', port: 5432, tls: 'rds.force_ssl' },
  { engine: 'mysql', version: '8.0.36', port: 3306, tls: 'require_secure_transport' },
  { engine: 'mariadb', version: '11.4.5', port: 3306, tls: 'require_secure_transport' },
] as const;

const aurora = { engine: 'aurora-postgresql', version: '15.4', port: 5432 } as const;

/** About as many as an engine has. */
const parametersOfGroup = 240;
/** As many of them as somebody set. */
const parametersSet = 12;

function arn(region: string, kind: string, name: string): string {
  return `arn:aws:rds:${region}:${accountId}:${kind}:${name}`;
}

function engineOf(group: number) {
  return engines[group % engines.length] ?? engines[0];
}

export const rdsAnswers = {
  DescribeDBInstances: (question): DBInstanceMessage => {
    const all = countIn(question.size, 'dbInstances', question.region);
    const page = pageOf(question, pages, all, (index) => instanceAt(question, index));
    return { DBInstances: page.items, Marker: page.next };
  },
  DescribeDBClusters: (question): DBClusterMessage => {
    const all = countIn(question.size, 'dbClusters', question.region);
    const page = pageOf(question, pages, all, (index) => clusterAt(question, index));
    return { DBClusters: page.items, Marker: page.next };
  },
  DescribeDBSnapshots: (question): DBSnapshotMessage => {
    const { size, region, now } = question;
    // Of each two manual snapshots one is of an instance and one of a cluster.
    const all = Math.ceil(countIn(size, 'dbSnapshots', region) / 2);
    const page = pageOf(question, pages, all, (index) => {
      const name = numbered('db-snapshot', index);
      const isEncrypted = percent('db snapshot', region, index) < 70;
      return {
        DBSnapshotIdentifier: name,
        DBSnapshotArn: arn(region, 'snapshot', name),
        DBInstanceIdentifier: numbered('db', index),
        Engine: 'postgres',
        EngineVersion: '14.12',
        Encrypted: isEncrypted,
        SnapshotType: 'manual',
        SnapshotCreateTime: daysBefore(now, 20 + index),
        Status: 'available',
        TagList: [],
      };
    });
    return { DBSnapshots: page.items, Marker: page.next };
  },
  DescribeDBClusterSnapshots: (question): DBClusterSnapshotMessage => {
    const { size, region, now } = question;
    const all = Math.floor(countIn(size, 'dbSnapshots', region) / 2);
    const page = pageOf(question, pages, all, (index) => {
      const name = numbered('cluster-snapshot', index);
      return {
        DBClusterSnapshotIdentifier: name,
        DBClusterSnapshotArn: arn(region, 'cluster-snapshot', name),
        DBClusterIdentifier: numbered('cluster', index),
        Engine: aurora.engine,
        EngineVersion: aurora.version,
        StorageEncrypted: percent('cluster snapshot', region, index) < 70,
        SnapshotType: 'manual',
        SnapshotCreateTime: daysBefore(now, 20 + index),
        Status: 'available',
        TagList: [],
      };
    });
    return { DBClusterSnapshots: page.items, Marker: page.next };
  },
  DescribeDBSnapshotAttributes: (question): DescribeDBSnapshotAttributesResult => {
    const DBSnapshotIdentifier = question.text('DBSnapshotIdentifier');
    const DBSnapshotAttributes = [restore(question, DBSnapshotIdentifier)];
    return { DBSnapshotAttributesResult: { DBSnapshotIdentifier, DBSnapshotAttributes } };
  },
  DescribeDBClusterSnapshotAttributes: (question): DescribeDBClusterSnapshotAttributesResult => {
    const DBClusterSnapshotIdentifier = question.text('DBClusterSnapshotIdentifier');
    const DBClusterSnapshotAttributes = [restore(question, DBClusterSnapshotIdentifier)];
    return {
      DBClusterSnapshotAttributesResult: {
        DBClusterSnapshotIdentifier,
        DBClusterSnapshotAttributes,
      },
    };
  },
  DescribeDBParameters: (question): DBParameterGroupDetails => {
    const group = lastNumber(question.text('DBParameterGroupName')) ?? 0;
    const { tls } = engineOf(group);
    const share = percent('tls', question.region, group);
    const page = parametersOf(question, tls, share < 30 ? undefined : share < 65 ? '1' : '0');
    return { Parameters: page.items, Marker: page.next };
  },
  DescribeDBClusterParameters: (question): DBClusterParameterGroupDetails => {
    const page = parametersOf(question, 'rds.force_ssl', '1');
    return { Parameters: page.items, Marker: page.next };
  },
} satisfies Answerers;

function restore({ region }: Question, snapshot: string | undefined) {
  const isShared = percent(`shared ${snapshot}`, region, 0) < 10;
  return { AttributeName: 'restore', AttributeValues: isShared ? ['all'] : [] };
}

/** @param value undefined where nobody has set the parameter and the engine's default holds */
function parametersOf(question: Question, tls: string, value: string | undefined) {
  const ofUser = question.text('Source') === 'user';
  const all = ofUser ? parametersSet : parametersOfGroup;
  return pageOf(question, pages, ofUser && value === undefined ? 0 : all, (index) =>
    index === 0
      ? {
          ParameterName: tls,
          ParameterValue: value,
          Source: value === undefined ? 'engine-default' : 'user',
          ApplyMethod: 'immediate' as const,
        }
      : {
          ParameterName: numbered('parameter', index),
          ParameterValue: String(index),
          DataType: 'integer',
          Source: index < parametersSet ? 'user' : 'engine-default',
          ApplyType: 'dynamic',
          ApplyMethod: 'pending-reboot' as const,
          IsModifiable: true,
          Description: 'A setting of the engine that no check looks at.',
        },
  );
}

/** Settings that differ in no database of the account. */
const administration = {
  MasterUsername: 'owner',
  DeletionProtection: true,
  IAMDatabaseAuthenticationEnabled: false,
  EnabledCloudwatchLogsExports: [],
  CopyTagsToSnapshot: true,
  CACertificateIdentifier: 'rds-ca-rsa2048-g1',
};

function storage(region: string, kind: string, index: number) {
  const StorageEncrypted = percent(kind, region, index) < 85;
  const key = `arn:aws:kms:${region}:${accountId}:alias/aws/rds`;
  return StorageEncrypted ? { StorageEncrypted, KmsKeyId: key } : { StorageEncrypted };
}

function instanceAt({ size, region, now }: Question, index: number): DBInstance {
  const groups = Math.max(1, countIn(size, 'dbParameterGroups', region));
  const group = index % groups;
  const { engine, version, port } = engineOf(group);
  const name = numbered('db', index);
  const vpcs = countIn(size, 'vpcs', region);
  const subnets = [index, index + vpcs].map((each) => each % countIn(size, 'subnets', region));
  const vpc = vpcOf(size, region, subnets[0] ?? 0);
  return {
    DBInstanceIdentifier: name,
    DBInstanceArn: arn(region, 'db', name),
    DbiResourceId: `db-GENERATED${index}`,
    DBInstanceClass: 'db.m6g.large',
    ...administration,
    DBInstanceStatus: 'available',
    Engine: engine,
    EngineVersion: version,
    Endpoint: { Address: `${name}.generated.${region}.rds.amazonaws.com`, Port: port },
    AllocatedStorage: 100,
    ...storage(region, 'db encrypted', index),
    DeletionProtection: true,
    IAMDatabaseAuthenticationEnabled: false,
    MasterUsername: 'owner',
    CertificateDetails: { CAIdentifier: 'rds-ca-rsa2048-g1', ValidTill: new Date('2061-05-25') },
    PubliclyAccessible: percent('db public', region, index) < 10,
    AutoMinorVersionUpgrade: percent('db upgrade', region, index) < 80,
    MultiAZ: percent('db zones', region, index) < 50,
    BackupRetentionPeriod: percent('db backup', region, index) < 90 ? 14 : 0,
    InstanceCreateTime: daysBefore(now, 300),
    DBParameterGroups: [
      { DBParameterGroupName: numbered('parameters', group), ParameterApplyStatus: 'in-sync' },
    ],
    VpcSecurityGroups: [
      {
        VpcSecurityGroupId: ec2Id('sg', region, groupIn(size, region, vpc, index)),
        Status: 'active',
      },
    ],
    DBSubnetGroup: {
      DBSubnetGroupName: `data-${vpc}`,
      VpcId: vpcId(region, vpc),
      SubnetGroupStatus: 'Complete',
      Subnets: subnets.map((subnet) => ({
        SubnetIdentifier: subnetId(region, subnet),
        SubnetAvailabilityZone: { Name: zoneOf(region, subnet) },
        SubnetStatus: 'Active',
      })),
    },
    TagList: [],
  };
}

function clusterAt({ region, now }: Question, index: number): DBCluster {
  const name = numbered('cluster', index);
  return {
    DBClusterIdentifier: name,
    DBClusterArn: arn(region, 'cluster', name),
    DbClusterResourceId: `cluster-GENERATED${index}`,
    Engine: aurora.engine,
    EngineVersion: aurora.version,
    EngineMode: 'provisioned',
    AutoMinorVersionUpgrade: percent('cluster upgrade', region, index) < 80,
    Port: aurora.port,
    Status: 'available',
    ...administration,
    ...storage(region, 'cluster encrypted', index),
    MultiAZ: percent('cluster zones', region, index) < 60,
    BackupRetentionPeriod: 7,
    ClusterCreateTime: daysBefore(now, 300),
    DBClusterParameterGroup: numbered('cluster-parameters', index % 3),
    DBClusterMembers: [
      {
        DBInstanceIdentifier: `${name}-1`,
        IsClusterWriter: true,
        DBClusterParameterGroupStatus: 'in-sync',
      },
    ],
    TagList: [],
  };
}
