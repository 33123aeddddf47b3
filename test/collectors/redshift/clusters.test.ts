import { DescribeClustersCommand, RedshiftClient } from '@aws-sdk/client-redshift';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { clusters } from '../../../src/collectors/redshift/clusters.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(RedshiftClient);

beforeEach(() => {
  client.reset();
});

const told = { ClusterStatus: 'available', Encrypted: true, PubliclyAccessible: false };

describe('clusters', () => {
  it('are those of every page, without those that are being deleted', async () => {
    client
      .on(DescribeClustersCommand)
      .resolves(
        answer({
          Clusters: [
            { ...told, ClusterIdentifier: 'one' },
            { ...told, ClusterIdentifier: 'two', ClusterStatus: 'deleting' },
          ],
          Marker: 'more',
        }),
      )
      .on(DescribeClustersCommand, { Marker: 'more' })
      .resolves(answer({ Clusters: [{ ...told, ClusterIdentifier: 'three' }] }));
    const { value } = await gatherFrom(clusters);
    expect(value.items.map(({ arn }) => arn)).toEqual([
      'arn:aws:redshift:eu-west-1:111122223333:cluster:one',
      'arn:aws:redshift:eu-west-1:111122223333:cluster:three',
    ]);
  });

  it('of which a setting is not told have it unreadable', async () => {
    const bare = { ClusterIdentifier: 'one', ClusterStatus: 'available' };
    client.on(DescribeClustersCommand).resolves(answer({ Clusters: [bare] }));
    const { value } = await gatherFrom(clusters);
    const known = value.items.flatMap(({ encrypted, publiclyAccessible }) =>
      [encrypted, publiclyAccessible].map((one) => Observed.open(one).known),
    );
    expect(known).toEqual([false, false]);
  });
});
