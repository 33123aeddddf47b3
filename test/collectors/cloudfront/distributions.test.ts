import {
  CloudFrontClient,
  GetDistributionConfigCommand,
  ListDistributionsCommand,
} from '@aws-sdk/client-cloudfront';
import {
  CloudWatchLogsClient,
  DescribeDeliveriesCommand,
  DescribeDeliverySourcesCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { GetBucketLocationCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { distributionConfigs } from '../../../src/collectors/cloudfront/configs.ts';
import { logDeliveries } from '../../../src/collectors/cloudfront/deliveries.ts';
import { distributions } from '../../../src/collectors/cloudfront/distributions.ts';
import { originBuckets } from '../../../src/collectors/cloudfront/origin-buckets.ts';
import { isFunctionUrl } from '../../../src/collectors/cloudfront/origins.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(CloudFrontClient);
const logs = mockClient(CloudWatchLogsClient);
const s3 = mockClient(S3Client);

const arnOf = (id: string) => `arn:aws:cloudfront::111122223333:distribution/${id}`;

/** In the documented shape, with empty members and left-out lists where there is none. */
function summary(id: string, more: object = {}): object {
  return {
    Id: id,
    ARN: arnOf(id),
    Aliases: { Quantity: 0 },
    Origins: { Quantity: 1, Items: [bucketOrigin('site')] },
    OriginGroups: { Quantity: 0 },
    DefaultCacheBehavior: { TargetOriginId: 'site', ViewerProtocolPolicy: 'https-only' },
    CacheBehaviors: { Quantity: 0 },
    ViewerCertificate: { CloudFrontDefaultCertificate: true, MinimumProtocolVersion: 'TLSv1' },
    WebACLId: '',
    ...more,
  };
}

function bucketOrigin(bucket: string): object {
  return {
    Id: bucket,
    DomainName: `${bucket}.s3.eu-west-1.amazonaws.com`,
    OriginAccessControlId: '',
    S3OriginConfig: { OriginAccessIdentity: '' },
  };
}

function plant(...Items: readonly object[]): void {
  const list = { Marker: '', MaxItems: 100, IsTruncated: false, Quantity: Items.length };
  client.on(ListDistributionsCommand).callsFake(() => ({
    DistributionList: Items.length === 0 ? list : { ...list, Items },
    $metadata: {},
  }));
}

async function firstWith(more: object) {
  plant(summary('E1', more));
  const { value } = await gatherFrom(distributions);
  expect(value.gaps).toEqual([]);
  const [found] = value.items;
  if (!found) throw new Error('there is no distribution');
  return found;
}

beforeEach(() => {
  client.reset();
  logs.reset();
  s3.reset();
});

describe('distributions', () => {
  it('are those of every page, whose tokens stand within the list', async () => {
    client.on(ListDistributionsCommand).callsFake(({ Marker }: { Marker?: string }) => ({
      DistributionList: Marker
        ? { Quantity: 1, Items: [summary('E2')], IsTruncated: false }
        : { Quantity: 1, Items: [summary('E1')], IsTruncated: true, NextMarker: 'E1' },
      $metadata: {},
    }));
    const { value } = await gatherFrom(distributions);
    expect(value).toMatchObject({ items: [{ name: 'E1' }, { name: 'E2' }], gaps: [] });
  });

  it('are none where the list says so by leaving itself out', async () => {
    plant();
    const { value } = await gatherFrom(distributions);
    expect(value).toMatchObject({ items: [], gaps: [] });
  });

  it.each([
    ['says that it was cut, and gives no token', { Quantity: 0, IsTruncated: true }],
    ['is left out, and counts some', { Quantity: 2, IsTruncated: false }],
    ['tells no count', { IsTruncated: false }],
  ])('may be more where the list %s', async (_, DistributionList) => {
    client.on(ListDistributionsCommand).callsFake(() => ({ DistributionList, $metadata: {} }));
    const { value } = await gatherFrom(distributions);
    expect(value).toMatchObject({ items: [], gaps: [{ reason: 'failed' }] });
  });

  it('are asked for where the partition has its services without Regions', async () => {
    plant(summary('E1'));
    const { value } = await gatherFrom(distributions);
    expect(value.sources).toMatchObject([{ region: 'us-east-1', regional: false }]);
  });

  it('have cache behaviors, the default one first', async () => {
    const behavior = {
      PathPattern: '/a',
      ViewerProtocolPolicy: 'allow-all',
      RealtimeLogConfigArn: 'arn:x',
    };
    const { behaviors } = await firstWith({ CacheBehaviors: { Quantity: 1, Items: [behavior] } });
    expect(Observed.open(behaviors)).toMatchObject({
      value: [
        { path: 'default', viewerPolicy: 'https-only', hasRealtimeLogs: false },
        { path: '/a', viewerPolicy: 'allow-all', hasRealtimeLogs: true },
      ],
    });
  });

  it.each([
    [{ CloudFrontDefaultCertificate: true }, { value: null }],
    [
      {
        CloudFrontDefaultCertificate: false,
        ACMCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1',
        MinimumProtocolVersion: 'TLSv1.2_2021',
        SSLSupportMethod: 'sni-only',
      },
      {
        value: { minimumProtocol: { value: 'TLSv1.2_2021' }, supportMethod: { value: 'sni-only' } },
      },
    ],
    [
      { IAMCertificateId: 'ASCA', MinimumProtocolVersion: 'TLSv2_2031', SSLSupportMethod: 'vip' },
      { value: { minimumProtocol: { known: false }, supportMethod: { value: 'vip' } } },
    ],
    [{ CloudFrontDefaultCertificate: false }, { known: false }],
  ])('have the certificate that %j tells', async (ViewerCertificate, told) => {
    const { certificate } = await firstWith({ ViewerCertificate });
    expect(Observed.open(certificate)).toMatchObject(told);
  });

  it('have origins of three kinds', async () => {
    const custom = {
      Id: 'b',
      DomainName: 'Shop.Example.com',
      OriginAccessControlId: '',
      CustomOriginConfig: {
        OriginProtocolPolicy: 'match-viewer',
        OriginSslProtocols: { Quantity: 1, Items: ['TLSv1.2'] },
      },
    };
    const vpc = { Id: 'c', DomainName: 'in.example.com', VpcOriginConfig: { VpcOriginId: 'vo_1' } };
    const Items = [bucketOrigin('site'), custom, vpc];
    const { origins } = await firstWith({ Origins: { Quantity: 3, Items } });
    expect(Observed.open(origins)).toMatchObject({
      value: [
        { kind: 's3', accessControl: { value: '' }, accessIdentity: { value: '' } },
        {
          kind: 'custom',
          domain: 'shop.example.com',
          protocolPolicy: { value: 'match-viewer' },
          sslProtocols: { value: ['TLSv1.2'] },
        },
        { kind: 'vpc', accessControl: { known: false } },
      ],
    });
  });

  it.each(['Origins', 'DefaultCacheBehavior', 'CacheBehaviors', 'ViewerCertificate', 'WebACLId'])(
    'without %s stay, and what rests on it is unreadable',
    async (member) => {
      const { behaviors, certificate, origins, webAcl } = await firstWith({ [member]: undefined });
      const all = [behaviors, certificate, origins, webAcl].map((each) =>
        Observed.open<unknown>(each),
      );
      expect(all.filter(({ known }) => !known)).toHaveLength(1);
    },
  );
});

describe('the configuration', () => {
  it.each([
    [{ Logging: { Enabled: true }, DefaultRootObject: 'index.html' }, true, 'index.html'],
    [{ Logging: { Enabled: false }, DefaultRootObject: '' }, false, ''],
  ])('tells of logs and of the root object: %j', async (DistributionConfig, isOn, root) => {
    plant(summary('E1'));
    client
      .on(GetDistributionConfigCommand, { Id: 'E1' })
      .callsFake(() => ({ DistributionConfig, $metadata: {} }));
    const { value } = await gatherFrom(distributionConfigs);
    expect(Observed.open(value.of({ arn: arnOf('E1') }))).toMatchObject({
      value: { logs: { value: isOn }, rootObject: { value: root } },
    });
  });

  it('of a distribution that is gone is none', async () => {
    plant(summary('E1'));
    client.on(GetDistributionConfigCommand).rejects(fault('NoSuchDistribution'));
    const { value } = await gatherFrom(distributionConfigs);
    expect(value.gone?.get(arnOf('E1'))).toMatchObject({ reason: 'gone' });
  });
});

describe('deliveries', () => {
  it('are of sources of CloudFront that something is delivered from', async () => {
    plant(summary('E1'));
    logs
      .on(DescribeDeliverySourcesCommand)
      .resolves(
        answer({
          deliverySources: [
            { name: 'web', service: 'cloudfront', resourceArns: [arnOf('E1')] },
            { name: 'idle', service: 'cloudfront', resourceArns: [arnOf('E2')] },
            { name: 'bots', service: 'bedrock', resourceArns: ['arn:aws:bedrock:::kb/1'] },
          ],
        }),
      )
      .on(DescribeDeliveriesCommand)
      .resolves(
        answer({ deliveries: [{ deliverySourceName: 'web' }, { deliverySourceName: 'bots' }] }),
      );
    const { value } = await gatherFrom(logDeliveries);
    expect(value).toMatchObject({ items: [{ name: 'web', resources: [arnOf('E1')] }], gaps: [] });
  });

  it('that may not be described are a gap', async () => {
    plant(summary('E1'));
    logs
      .on(DescribeDeliverySourcesCommand)
      .resolves(answer({ deliverySources: [] }))
      .on(DescribeDeliveriesCommand)
      .rejects(fault('AccessDeniedException'));
    const { value } = await gatherFrom(logDeliveries);
    expect(value.gaps).toMatchObject([{ reason: 'denied' }]);
  });

  it('are not asked for where there are no distributions', async () => {
    plant();
    await gatherFrom(logDeliveries);
    expect(logs.calls()).toHaveLength(0);
  });
});

describe('buckets of origins', () => {
  const present = async (bucket: string) => {
    plant(summary('E1', { Origins: { Quantity: 1, Items: [bucketOrigin(bucket)] } }));
    s3.on(ListBucketsCommand).resolves(
      answer({ Buckets: [{ Name: 'own', BucketRegion: 'eu-west-1' }] }),
    );
    const { value } = await gatherFrom(originBuckets);
    const found = value.get(bucket);
    return found && Observed.open(found);
  };

  it('of the account are not asked about', async () => {
    expect(await present('own')).toMatchObject({ value: 'own' });
    expect(s3.commandCalls(GetBucketLocationCommand)).toHaveLength(0);
  });

  it('of others are there where S3 answers', async () => {
    s3.on(GetBucketLocationCommand).resolves(answer({ LocationConstraint: 'EU' }));
    expect(await present('theirs')).toMatchObject({ value: 'other' });
  });

  it('are missing where S3 says that there is no such bucket', async () => {
    s3.on(GetBucketLocationCommand).rejects(fault('NoSuchBucket'));
    expect(await present('freed')).toMatchObject({ value: 'missing' });
  });

  it('that S3 may not tell about are not known', async () => {
    s3.on(GetBucketLocationCommand).rejects(fault('AccessDenied'));
    expect(await present('theirs')).toMatchObject({ causes: [{ reason: 'denied' }] });
  });

  it.each([
    ['site.s3.amazonaws.com', 'site'],
    ['my.site.s3.eu-west-1.amazonaws.com', 'my.site'],
    ['site.s3-eu-west-1.amazonaws.com', 'site'],
    ['site.s3.dualstack.eu-west-1.amazonaws.com', 'site'],
    ['site.s3.cn-north-1.amazonaws.com.cn', 'site'],
    ['web-1234-s3alias.s3.eu-west-1.amazonaws.com', null],
    ['web-1.s3-accesspoint.eu-west-1.amazonaws.com', null],
  ])('are named by the domain: %s', async (DomainName, bucket) => {
    const origin = { ...bucketOrigin('x'), DomainName };
    const { origins } = await firstWith({ Origins: { Quantity: 1, Items: [origin] } });
    expect(Observed.open(origins)).toMatchObject({ value: [{ bucket: { value: bucket } }] });
  });

  it('are not guessed from a domain that is not of S3', async () => {
    const origin = { ...bucketOrigin('x'), DomainName: 'site.example.com' };
    const { origins } = await firstWith({ Origins: { Quantity: 1, Items: [origin] } });
    expect(Observed.open(origins)).toMatchObject({ value: [{ bucket: { known: false } }] });
  });

  it('function URLs are known by their domain', () => {
    expect(isFunctionUrl('abc.lambda-url.eu-west-1.on.aws')).toBe(true);
    expect(isFunctionUrl('lambda-url.example.com')).toBe(false);
  });
});
