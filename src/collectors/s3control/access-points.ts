/** Access points to buckets, each with its own Block Public Access, which cannot be changed once it is made. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import type { Listing, Observed } from '../../observe/observed.ts';
import type { PublicAccessBlock } from '../../reasoning/exposure/block-public-access.ts';
import { blockIn } from '../s3/public-access-block.ts';
import { GetAccessPoint, ListAccessPoints, ListMultiRegionAccessPoints } from './operations.ts';

export interface AccessPoint extends Resource {
  /** `VPC`: requests from its VPC alone are let through. */
  readonly origin: Observed<'Internet' | 'VPC'>;
}

export const accessPoints = defineCollector({
  id: 's3.access-points',
  service: 's3',
  scope: 'regional',
  calls: [ListAccessPoints],
  gather: (aws) =>
    aws.list(
      ListAccessPoints,
      { AccountId: aws.account, MaxResults: 1000 },
      'AccessPointList',
      (point, members): AccessPoint => ({
        arn: members.must(point, 'AccessPointArn'),
        type: 'AWS::S3::AccessPoint',
        name: members.must(point, 'Name'),
        region: aws.region,
        origin: members.observe(() =>
          oneOf(members.must(point, 'NetworkOrigin'), ['Internet', 'VPC'], members),
        ),
      }),
    ),
});

/** The list tells it of none, so each is asked for. */
export const accessPointBlock = defineCollector({
  id: 's3.access-point-block',
  service: 's3',
  scope: 'regional',
  calls: [GetAccessPoint],
  needs: { accessPoints },
  gather: (aws, given) =>
    perResource(given.accessPoints.items, ({ name: Name }) =>
      aws.get(GetAccessPoint, { AccountId: aws.account, Name }, (answer, members) =>
        blockIn(members.must(answer, 'PublicAccessBlockConfiguration'), members),
      ),
    ),
});

export interface MultiRegionAccessPoint extends Resource {
  readonly block: Observed<NonNullable<PublicAccessBlock>>;
}

/** Where all requests about Multi-Region Access Points go. Amazon S3 API reference, "ListMultiRegionAccessPoints". */
const region = 'us-west-2';

/** Multi-Region Access Points, which the aws partition alone has. */
export const multiRegionAccessPoints = defineCollector({
  id: 's3.multi-region-access-points',
  service: 's3',
  scope: 'global',
  calls: [ListMultiRegionAccessPoints],
  gather: async (aws): Promise<Listing<MultiRegionAccessPoint>> => {
    if (aws.partition !== 'aws') return { items: [], gaps: [], sources: [] };
    return aws.list(
      ListMultiRegionAccessPoints,
      { AccountId: aws.account, MaxResults: 100 },
      'AccessPoints',
      (point, members): MultiRegionAccessPoint => ({
        arn: `arn:aws:s3::${aws.account}:accesspoint/${members.must(point, 'Alias')}`,
        type: 'AWS::S3::MultiRegionAccessPoint',
        name: members.must(point, 'Name'),
        region: 'global',
        block: members.observe(() => blockIn(members.must(point, 'PublicAccessBlock'), members)),
      }),
      { region },
    );
  },
});
