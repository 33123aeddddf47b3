import {
  GetAccessPointCommand,
  ListAccessPointsCommand,
  ListMultiRegionAccessPointsCommand,
  S3ControlClient,
} from '@aws-sdk/client-s3-control';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  accessPointBlock,
  accessPoints,
  multiRegionAccessPoints,
} from '../../../src/collectors/s3control/access-points.ts';
import { Observed, startReading } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';
import { fullBlock } from '../../support/s3.ts';

const control = mockClient(S3ControlClient);
const { read } = startReading();
const point = (Name: string, NetworkOrigin: 'Internet' | 'VPC') => ({
  Name,
  NetworkOrigin,
  Bucket: 'records',
  AccessPointArn: `arn:aws:s3:eu-west-1:111122223333:accesspoint/${Name}`,
});

beforeEach(() => {
  control.reset();
  control
    .on(ListAccessPointsCommand)
    .resolves(answer({ AccessPointList: [point('portal', 'Internet')], NextToken: '2' }))
    .on(ListAccessPointsCommand, { NextToken: '2' })
    .resolves(answer({ AccessPointList: [point('inner', 'VPC')] }));
});

describe('access points', () => {
  it('are those of every page, with where requests may come from', async () => {
    const { value } = await gatherFrom(accessPoints);
    expect(value.items.map(({ name, origin }) => [name, read(origin)])).toEqual([
      ['portal', 'Internet'],
      ['inner', 'VPC'],
    ]);
  });

  it('are asked one by one what they block', async () => {
    control
      .on(GetAccessPointCommand)
      .rejects(fault('AccessDenied'))
      .on(GetAccessPointCommand, { Name: 'portal' })
      .resolves(answer({ PublicAccessBlockConfiguration: fullBlock }));
    const { value, gathered } = await gatherFrom(accessPointBlock);
    const [portal, inner] = gathered.get(accessPoints, 'eu-west-1').items;
    if (!portal || !inner) throw new Error('an access point was not listed');
    expect(read(value.of(portal))).toEqual(fullBlock);
    expect(Observed.open(value.of(inner))).toMatchObject({ causes: [{ reason: 'denied' }] });
  });

  it('that are gone since are said to be gone', async () => {
    control.on(GetAccessPointCommand).rejects(fault('NoSuchAccessPoint'));
    const { value, gathered } = await gatherFrom(accessPointBlock);
    const [portal] = gathered.get(accessPoints, 'eu-west-1').items;
    if (!portal) throw new Error('the access point was not listed');
    expect(Observed.open(value.of(portal))).toMatchObject({ causes: [{ reason: 'gone' }] });
  });
});

describe('Multi-Region Access Points', () => {
  it('are asked for in us-west-2, and tell what they block', async () => {
    const AccessPoints = [
      { Name: 'portal', Alias: 'a.mrap', PublicAccessBlock: fullBlock },
      { Name: 'bare', Alias: 'b.mrap' },
    ];
    control.on(ListMultiRegionAccessPointsCommand).resolves(answer({ AccessPoints }));
    const { value, ledger } = await gatherFrom(multiRegionAccessPoints);
    const [portal, bare] = value.items;
    if (!portal || !bare) throw new Error('an access point was not listed');
    expect(portal.arn).toBe('arn:aws:s3::111122223333:accesspoint/a.mrap');
    expect(read(portal.block)).toEqual(fullBlock);
    expect(Observed.open(bare.block)).toMatchObject({ known: false });
    expect(ledger.lines.map(({ region }) => region)).toEqual(['us-west-2']);
  });

  it('are none outside the aws partition, where nobody is asked', async () => {
    const { value } = await gatherFrom(multiRegionAccessPoints, { partition: 'aws-cn' });
    expect(value).toEqual({ items: [], gaps: [], sources: [] });
    expect(control.commandCalls(ListMultiRegionAccessPointsCommand)).toEqual([]);
  });
});
