import {
  DescribeSnapshotAttributeCommand,
  DescribeSnapshotsCommand,
  EC2Client,
  GetSnapshotBlockPublicAccessStateCommand,
} from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import {
  snapshotExposures,
  snapshotSharingBlock,
} from '../../../src/collectors/ec2/public-snapshots.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { account } from '../../support/check-tester.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const ec2 = mockClient(EC2Client);

afterEach(() => {
  ec2.reset();
});

const denied = fault('UnauthorizedOperation');
const own = (SnapshotId: string) => ({ SnapshotId, OwnerId: account });

function answers(options: {
  readonly snapshots: readonly { readonly SnapshotId: string; readonly OwnerId: string }[];
  readonly sharedWithAll?: readonly string[];
  readonly block?: 'unblocked' | 'block-all-sharing';
}) {
  ec2.on(DescribeSnapshotsCommand).resolves(answer({ Snapshots: [...options.snapshots] }));
  ec2
    .on(GetSnapshotBlockPublicAccessStateCommand)
    .resolves(answer({ State: options.block ?? 'unblocked' }));
  ec2.on(DescribeSnapshotAttributeCommand).resolves(answer({ CreateVolumePermissions: [] }));
  for (const SnapshotId of options.sharedWithAll ?? []) {
    ec2
      .on(DescribeSnapshotAttributeCommand, { SnapshotId })
      .resolves(
        answer({ CreateVolumePermissions: [{ UserId: '444455556666' }, { Group: 'all' }] }),
      );
  }
}

const gather = async () => (await gatherFrom(snapshotExposures)).value;

describe('snapshotExposures', () => {
  it('gives the snapshots that are shared with everyone, and no others', async () => {
    answers({ snapshots: [own('snap-1'), own('snap-2')], sharedWithAll: ['snap-2'] });
    expect((await gather()).items).toMatchObject([
      { name: 'snap-2', arn: 'arn:aws:ec2:eu-west-1::snapshot/snap-2' },
    ]);
  });

  it('leaves snapshots of others alone: the account is what passes', async () => {
    answers({ snapshots: [{ SnapshotId: 'snap-9', OwnerId: '444455556666' }] });
    const { items, gaps } = await gather();
    expect(items).toMatchObject([{ type: 'AWS::::Account', region: 'eu-west-1' }]);
    expect(items.map((each) => Observed.open(each.isSharedWithAll))).toMatchObject([
      { value: false },
    ]);
    expect(gaps).toEqual([]);
    expect(ec2.calls()).toHaveLength(1);
  });

  it('does not ask whether sharing is blocked where nothing is shared', async () => {
    answers({ snapshots: [], block: 'block-all-sharing' });
    const block = async () => Observed.open((await gatherFrom(snapshotSharingBlock)).value);
    expect(await block()).toMatchObject({
      value: 'nothing-shared',
      sources: [{ operation: 'DescribeSnapshots' }],
    });
    answers({ snapshots: [own('snap-1')], block: 'block-all-sharing' });
    expect(await block()).toMatchObject({ value: 'block-all-sharing' });
  });

  it('takes the word of the list where the Region lets nobody share', async () => {
    answers({ snapshots: [own('snap-1')], block: 'block-all-sharing' });
    const { items } = await gather();
    expect(items.map((each) => Observed.open(each.isSharedWithAll))).toMatchObject([
      { value: true, sources: [{ operation: 'DescribeSnapshots' }] },
    ]);
    expect(ec2.commandCalls(DescribeSnapshotAttributeCommand)).toHaveLength(0);
  });

  it('keeps a snapshot whose permission may not be read', async () => {
    answers({ snapshots: [own('snap-1')] });
    ec2.on(DescribeSnapshotAttributeCommand).rejects(denied);
    const { items } = await gather();
    expect(items.map((each) => Observed.open(each.isSharedWithAll).known)).toEqual([false]);
  });

  it('does not pass the account where the snapshots may not be listed', async () => {
    answers({ snapshots: [] });
    ec2.on(DescribeSnapshotsCommand).rejects(denied);
    expect(await gather()).toMatchObject({ items: [], gaps: [{ reason: 'denied' }] });
  });

  it('needs no list where the Region lets nobody share', async () => {
    answers({ snapshots: [], block: 'block-all-sharing' });
    ec2.on(DescribeSnapshotsCommand).rejects(denied);
    expect(await gather()).toMatchObject({ items: [{ type: 'AWS::::Account' }], gaps: [] });
  });
});
