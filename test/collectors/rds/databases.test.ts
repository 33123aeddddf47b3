import {
  DescribeDBClustersCommand,
  DescribeDBInstancesCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { dbClusters } from '../../../src/collectors/rds/clusters.ts';
import { dbInstances } from '../../../src/collectors/rds/instances.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const rds = mockClient(RDSClient);
beforeEach(() => rds.reset());

const arn = (kind: string, name: string) => `arn:aws:rds:eu-west-1:111122223333:${kind}:${name}`;
const instance = (name: string, more: object = {}) => ({
  DBInstanceIdentifier: name,
  DBInstanceArn: arn('db', name),
  Engine: 'postgres',
  StorageEncrypted: true,
  ...more,
});
const cluster = (name: string, more: object = {}) => ({
  DBClusterIdentifier: name,
  DBClusterArn: arn('cluster', name),
  Engine: 'aurora-mysql',
  ...more,
});

async function encryptionOf(members: object) {
  rds.on(DescribeDBClustersCommand).resolves(answer({ DBClusters: [cluster('c', members)] }));
  const { value } = await gatherFrom(dbClusters);
  const [found] = value.items;
  if (!found) throw new Error('the cluster was not listed');
  const state = Observed.open(found.encryption);
  return state.known ? state.value : state.causes.map(({ detail }) => detail);
}

describe('DB instances', () => {
  it('reads every page, and leaves Neptune and DocumentDB to their own services', async () => {
    rds
      .on(DescribeDBInstancesCommand)
      .resolves(
        answer({
          DBInstances: [instance('n', { Engine: 'neptune' }), instance('d', { Engine: 'docdb' })],
          Marker: '2',
        }),
      )
      .on(DescribeDBInstancesCommand, { Marker: '2' })
      .resolves(
        answer({
          DBInstances: [instance('orders'), instance('b-1', { Engine: 'aurora-postgresql' })],
        }),
      );
    const { value } = await gatherFrom(dbInstances);
    expect(value.gaps).toEqual([]);
    expect(value.items.map(({ name, service }) => ({ name, service }))).toEqual([
      { name: 'orders', service: undefined },
      { name: 'b-1', service: 'aurora' },
    ]);
  });

  it('knows a member that AWS did not send from one that is false', async () => {
    rds
      .on(DescribeDBInstancesCommand)
      .resolves(answer({ DBInstances: [instance('orders', { MultiAZ: false })] }));
    const [orders] = (await gatherFrom(dbInstances)).value.items;
    if (!orders) throw new Error('the instance was not listed');
    expect(Observed.open(orders.multiAz)).toMatchObject({ known: true, value: false });
    expect(Observed.open(orders.publiclyAccessible)).toMatchObject({ known: false });
  });

  it('keeps the instances of the pages before one that was denied', async () => {
    const denied = fault('AccessDenied');
    rds
      .on(DescribeDBInstancesCommand)
      .resolves(answer({ DBInstances: [instance('orders')], Marker: '2' }))
      .on(DescribeDBInstancesCommand, { Marker: '2' })
      .rejects(denied);
    const { value } = await gatherFrom(dbInstances);
    expect(value.items).toHaveLength(1);
    expect(value.gaps).toMatchObject([{ reason: 'denied' }]);
  });
});

describe('storage encryption', () => {
  it.each([
    ['the old member alone', { StorageEncrypted: true }, 'kms'],
    ['the old member alone, off', { StorageEncrypted: false }, 'none'],
    ['a KMS key', { StorageEncrypted: true, StorageEncryptionType: 'sse-kms' }, 'kms'],
    [
      'a key that AWS owns, which the old member denies',
      { StorageEncrypted: false, StorageEncryptionType: 'sse-rds' },
      'aws-owned-key',
    ],
    ['nothing', { StorageEncrypted: false, StorageEncryptionType: 'none' }, 'none'],
    ['the new member alone', { StorageEncryptionType: 'sse-kms' }, 'kms'],
  ])('reads %s', async (_name, members, expected) => {
    expect(await encryptionOf(members)).toBe(expected);
  });

  it.each([
    ['neither member', {}, /lacks StorageEncrypted/],
    ['a type of the future', { StorageEncryptionType: 'sse-new' }, /does not know/],
    [
      'members that contradict each other',
      { StorageEncrypted: true, StorageEncryptionType: 'none' },
      /none/,
    ],
  ])('does not guess from %s', async (_name, members, why) => {
    expect(await encryptionOf(members)).toEqual([expect.stringMatching(why)]);
  });
});

describe('DB clusters', () => {
  it('leaves Neptune and DocumentDB out, and tells Aurora from Multi-AZ DB clusters', async () => {
    rds.on(DescribeDBClustersCommand).resolves(
      answer({
        DBClusters: [
          cluster('graph', { Engine: 'neptune' }),
          cluster('documents', { Engine: 'docdb' }),
          cluster('old', { EngineMode: 'serverless' }),
          cluster('ledger', { Engine: 'mysql' }),
        ],
      }),
    );
    const { value } = await gatherFrom(dbClusters);
    expect(value.items).toMatchObject([
      { name: 'old', service: 'aurora', isServerlessV1: true },
      { name: 'ledger', isServerlessV1: false },
    ]);
    expect(value.items[1]).not.toHaveProperty('service');
  });
});
