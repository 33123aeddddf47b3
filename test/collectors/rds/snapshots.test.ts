import {
  DescribeDBClusterSnapshotAttributesCommand,
  DescribeDBClusterSnapshotsCommand,
  DescribeDBSnapshotAttributesCommand,
  DescribeDBSnapshotsCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { manualSnapshots, snapshotGrants } from '../../../src/collectors/rds/snapshots.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const rds = mockClient(RDSClient);
const denied = fault('AccessDenied');

const ofInstance = (name: string, more: object = {}) => ({
  DBSnapshotIdentifier: name,
  DBSnapshotArn: `arn:aws:rds:eu-west-1:111122223333:snapshot:${name}`,
  Engine: 'mysql',
  Encrypted: false,
  ...more,
});
const ofCluster = (name: string, more: object = {}) => ({
  DBClusterSnapshotIdentifier: name,
  DBClusterSnapshotArn: `arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:${name}`,
  Engine: 'aurora-postgresql',
  StorageEncrypted: false,
  ...more,
});
const restore = (...AttributeValues: string[]) => [{ AttributeName: 'restore', AttributeValues }];
const sharedWith = (...values: string[]) =>
  answer({
    DBClusterSnapshotAttributesResult: { DBClusterSnapshotAttributes: restore(...values) },
  });
const byName = (name: string) => ({ DBSnapshotIdentifier: name });

beforeEach(() => {
  rds.reset();
  rds.on(DescribeDBSnapshotsCommand).resolves(answer({ DBSnapshots: [] }));
  rds.on(DescribeDBClusterSnapshotsCommand).resolves(answer({ DBClusterSnapshots: [] }));
});

/** Who may restore each snapshot, by name, or why it is not known. */
async function grants() {
  const { value, gathered } = await gatherFrom(snapshotGrants);
  const { items } = gathered.get(manualSnapshots, 'eu-west-1');
  return Object.fromEntries(
    items.map((snapshot) => {
      const state = Observed.open(value.of(snapshot));
      return [snapshot.name, state.known ? state.value : state.causes[0]?.detail];
    }),
  );
}

describe('manual snapshots', () => {
  it('R16 asks for manual snapshots only, so that automated ones make no noise', async () => {
    await gatherFrom(manualSnapshots);
    const calls = rds.calls().map((call) => call.args[0].input);
    expect(calls).toHaveLength(2);
    expect(calls).toEqual(calls.map(() => expect.objectContaining({ SnapshotType: 'manual' })));
  });

  it('leaves snapshots of Neptune and DocumentDB to their own services', async () => {
    rds.on(DescribeDBClusterSnapshotsCommand).resolves(
      answer({
        DBClusterSnapshots: [
          ofCluster('graph', { Engine: 'neptune' }),
          ofCluster('documents', { Engine: 'docdb' }),
          ofCluster('bookings'),
        ],
      }),
    );
    const { value } = await gatherFrom(manualSnapshots);
    expect(value.items).toMatchObject([{ name: 'bookings', service: 'aurora', of: 'cluster' }]);
  });

  it('shows those of instances where those of clusters are denied', async () => {
    rds.on(DescribeDBSnapshotsCommand).resolves(answer({ DBSnapshots: [ofInstance('a')] }));
    rds.on(DescribeDBClusterSnapshotsCommand).rejects(denied);
    const { value } = await gatherFrom(manualSnapshots);
    expect(value.items).toHaveLength(1);
    expect(value.gaps).toMatchObject([{ reason: 'denied' }]);
  });
});

describe('who may restore a snapshot', () => {
  it('does not ask about snapshots with a KMS key', async () => {
    rds
      .on(DescribeDBSnapshotsCommand)
      .resolves(answer({ DBSnapshots: [ofInstance('a', { Encrypted: true })] }));
    rds
      .on(DescribeDBClusterSnapshotsCommand)
      .resolves(
        answer({ DBClusterSnapshots: [ofCluster('b', { StorageEncryptionType: 'sse-kms' })] }),
      );
    await gatherFrom(snapshotGrants);
    expect(rds.commandCalls(DescribeDBSnapshotAttributesCommand)).toEqual([]);
    expect(rds.commandCalls(DescribeDBClusterSnapshotAttributesCommand)).toEqual([]);
  });

  it('R10 one cluster snapshot that may not be read hides none of the others', async () => {
    rds
      .on(DescribeDBClusterSnapshotsCommand)
      .resolves(answer({ DBClusterSnapshots: [ofCluster('a'), ofCluster('b'), ofCluster('c')] }));
    rds
      .on(DescribeDBClusterSnapshotAttributesCommand, { DBClusterSnapshotIdentifier: 'a' })
      .resolves(sharedWith())
      .on(DescribeDBClusterSnapshotAttributesCommand, { DBClusterSnapshotIdentifier: 'b' })
      .rejects(denied)
      .on(DescribeDBClusterSnapshotAttributesCommand, { DBClusterSnapshotIdentifier: 'c' })
      .resolves(sharedWith('all'));
    expect(await grants()).toEqual({
      a: [],
      b: expect.stringContaining('AccessDenied'),
      c: ['all'],
    });
  });

  it('R13 attributes that are not there leave it unknown', async () => {
    rds
      .on(DescribeDBSnapshotsCommand)
      .resolves(
        answer({ DBSnapshots: [ofInstance('none'), ofInstance('other'), ofInstance('null')] }),
      );
    rds
      .on(DescribeDBSnapshotAttributesCommand, byName('none'))
      .resolves(answer({}))
      .on(DescribeDBSnapshotAttributesCommand, byName('other'))
      .resolves(answer({ DBSnapshotAttributesResult: { DBSnapshotAttributes: [] } }))
      .on(DescribeDBSnapshotAttributesCommand, byName('null'))
      .resolves(
        answer({
          DBSnapshotAttributesResult: { DBSnapshotAttributes: [{ AttributeName: 'restore' }] },
        }),
      );
    expect(await grants()).toEqual({
      none: 'the answer lacks DBSnapshotAttributesResult',
      other: 'the answer lacks the attribute restore',
      null: 'the answer lacks AttributeValues',
    });
  });
});
