import * as sdk from '@aws-sdk/client-s3-control';
import { z } from 'zod';
import { s3control as service } from '../../src/collectors/s3control/service.ts';
import type { AwsRequest } from '../gate/request.ts';
import { type Answer, failure, text, xml } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND } from '../site.ts';
import type { Site } from '../site.ts';

const point = z.strictObject({
  name: z.string(),
  bucket: z.string(),
  vpc: z.string().optional(),
  blocks: z.boolean(),
});

type Point = z.output<typeof point>;

/** Moto keeps access points for the whole account, where AWS keeps them for each Region. */
const state = z.strictObject({
  accessPoints: z.array(point).default([]),
  multiRegion: z
    .array(z.strictObject({ name: z.string(), alias: z.string(), blocks: z.boolean() }))
    .default([]),
});

function inXml(request: AwsRequest, members: string): Answer {
  const name = `${request.operation}Result`;
  return text(200, 'text/xml', `<${name}>${members}</${name}>`);
}

function element(name: string, value: string): string {
  return `<${name}>${xml(value)}</${name}>`;
}

function block(blocks: boolean): string {
  const flags = [
    'BlockPublicAcls',
    'IgnorePublicAcls',
    'BlockPublicPolicy',
    'RestrictPublicBuckets',
  ];
  return flags.map((flag) => element(flag, String(blocks))).join('');
}

function described(region: string, { name, bucket, vpc }: Point): string {
  const arn = `arn:aws:s3:${region}:${ACCOUNT_ID}:accesspoint/${name}`;
  const origin = element('NetworkOrigin', vpc === undefined ? 'Internet' : 'VPC');
  const inside =
    vpc === undefined ? '' : `<VpcConfiguration>${element('VpcId', vpc)}</VpcConfiguration>`;
  return [
    element('Name', name),
    origin,
    inside,
    element('Bucket', bucket),
    element('AccessPointArn', arn),
    element('Alias', `${name}-nwh0example-s3alias`),
    element('BucketAccountId', ACCOUNT_ID),
  ].join('');
}

/** Nobody turned on the public access block of the account. Some access points are open, some are not. */
async function plant(site: Site): Promise<void> {
  site.expect('s3-account-public-access-blocked', `arn:aws:iam::${ACCOUNT_ID}:root`, 'fail');
  const change = s3control.state({
    [HOME]: {
      accessPoints: [
        { name: 'freight-portal', bucket: 'nwh-freight-documents', blocks: true },
        { name: 'warehouse', bucket: 'nwh-invoices-eu', vpc: 'vpc-0nwhwarehouse', blocks: false },
      ],
    },
    [SECOND]: { accessPoints: [{ name: 'tariffs', bucket: 'nwh-public-tariffs', blocks: false }] },
    // Where S3 keeps those of several Regions.
    'us-west-2': {
      multiRegion: [
        { name: 'tracking', alias: 'nwh0tracking.mrap', blocks: true },
        { name: 'old-tracking', alias: 'nwh0oldtracking.mrap', blocks: false },
      ],
    },
  });
  await site.set('state', change);
  const blocked = 's3-access-point-public-access-blocked';
  site.expect(blocked, accessPoint('freight-portal', HOME), 'pass');
  site.expect(blocked, accessPoint('warehouse', HOME), 'pass');
  site.expect(blocked, accessPoint('tariffs', SECOND), 'fail');
  const everywhere = 's3-multi-region-access-point-public-access-blocked';
  site.expect(everywhere, accessPoint('nwh0tracking.mrap'), 'pass');
  site.expect(everywhere, accessPoint('nwh0oldtracking.mrap'), 'fail');
}

/** @param region none for a Multi-Region Access Point */
function accessPoint(name: string, region = ''): string {
  return `arn:aws:s3:${region}:${ACCOUNT_ID}:accesspoint/${name}`;
}

const s3control = emulate({
  service,
  sdk,
  Client: sdk.S3ControlClient,
  state,
  answers: {
    ListAccessPoints: (request, { accessPoints }) => {
      const points = accessPoints.map(
        (each) => `<AccessPoint>${described(request.region, each)}</AccessPoint>`,
      );
      return inXml(request, `<AccessPointList>${points.join('')}</AccessPointList>`);
    },
    GetAccessPoint: (request, { accessPoints }) => {
      const name = decodeURIComponent(request.url.pathname.split('/').at(-1) ?? '');
      const found = accessPoints.find((each) => each.name === name);
      if (!found) {
        const message = 'The specified accesspoint does not exist';
        return failure(request, { code: 'NoSuchAccessPoint', message, status: 404 });
      }
      const flags = `<PublicAccessBlockConfiguration>${block(found.blocks)}</PublicAccessBlockConfiguration>`;
      const made = element('CreationDate', '2026-01-20T08:00:00Z');
      return inXml(request, `${described(request.region, found)}${flags}${made}`);
    },
    ListMultiRegionAccessPoints: (request, { multiRegion }) => {
      const points = multiRegion.map(
        ({ name, alias, blocks }) =>
          `<AccessPoint>${element('Name', name)}${element('Alias', alias)}` +
          `<PublicAccessBlock>${block(blocks)}</PublicAccessBlock>${element('Status', 'READY')}</AccessPoint>`,
      );
      return inXml(request, `<AccessPoints>${points.join('')}</AccessPoints>`);
    },
  },
  plant,
});
export default s3control;
