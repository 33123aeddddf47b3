import { CloudTrailClient, GetEventSelectorsCommand } from '@aws-sdk/client-cloudtrail';
import type {
  AdvancedFieldSelector,
  EventSelector,
  GetEventSelectorsCommandOutput,
} from '@aws-sdk/client-cloudtrail';
import { DescribeTrailsCommand } from '@aws-sdk/client-cloudtrail';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { trailEvents } from '../../../src/collectors/cloudtrail/trails.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(CloudTrailClient);
const arn = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/audit';

beforeEach(() => {
  client.reset();
});

/** What the collector makes of an answer of GetEventSelectors. */
async function read(selectors: Partial<GetEventSelectorsCommandOutput>) {
  const trail = { TrailARN: arn, Name: 'audit', HomeRegion: 'eu-west-1', IsMultiRegionTrail: true };
  client.on(DescribeTrailsCommand).resolves(answer({ trailList: [trail] }));
  client.on(GetEventSelectorsCommand).resolves(answer({ TrailARN: arn, ...selectors }));
  const { value } = await gatherFrom(trailEvents);
  const state = Observed.open(value.of({ arn }));
  return state.known ? state.value : undefined;
}

const basic = (fields: EventSelector = {}): EventSelector => ({
  ReadWriteType: 'All',
  IncludeManagementEvents: true,
  DataResources: [],
  ExcludeManagementEventSources: [],
  ...fields,
});
const objects = (...Values: string[]) => [{ Type: 'AWS::S3::Object', Values }];
const advanced = (...selectors: AdvancedFieldSelector[][]) => ({
  AdvancedEventSelectors: selectors.map((FieldSelectors) => ({ FieldSelectors })),
});
const is = (Field: string, ...Equals: string[]): AdvancedFieldSelector => ({ Field, Equals });
const management = is('eventCategory', 'Management');
const s3Objects = [is('eventCategory', 'Data'), is('resources.type', 'AWS::S3::Object')];
const both = { reads: true, writes: true };
const neither = { reads: false, writes: false };

it('are not asked of a trail of one Region', async () => {
  const trail = {
    TrailARN: arn,
    Name: 'audit',
    HomeRegion: 'eu-west-1',
    IsMultiRegionTrail: false,
  };
  client.on(DescribeTrailsCommand).resolves(answer({ trailList: [trail] }));
  const { value } = await gatherFrom(trailEvents);
  expect(Observed.open(value.of({ arn }))).toMatchObject({
    value: null,
    sources: [{ operation: 'DescribeTrails' }],
  });
  expect(client.commandCalls(GetEventSelectorsCommand)).toHaveLength(0);
});

describe('basic selectors', () => {
  it('record what they are told', async () => {
    expect(await read({ EventSelectors: [basic()] })).toEqual({
      management: both,
      excludedSources: [],
      s3Objects: neither,
    });
  });

  it('add up: all management events, and writes of all objects', async () => {
    const writes = basic({
      ReadWriteType: 'WriteOnly',
      IncludeManagementEvents: false,
      DataResources: objects('arn:aws:s3'),
    });
    expect(await read({ EventSelectors: [basic(), writes] })).toMatchObject({
      management: both,
      s3Objects: { reads: false, writes: true },
    });
  });

  it('of one bucket are not of all', async () => {
    const one = basic({ DataResources: objects('arn:aws:s3:::records/') });
    expect(await read({ EventSelectors: [one] })).toMatchObject({ s3Objects: neither });
  });

  it('that lack a member which CloudTrail always sends are not guessed at', async () => {
    expect(await read({ EventSelectors: [{ ReadWriteType: 'All' }] })).toBeUndefined();
  });
});

describe('advanced selectors', () => {
  it('of management without readOnly record both kinds, and leave out what they say', async () => {
    const keys = { Field: 'eventSource', NotEquals: ['kms.amazonaws.com'] };
    expect(await read(advanced([management, keys]))).toEqual({
      management: both,
      excludedSources: ['kms.amazonaws.com'],
      s3Objects: neither,
    });
  });

  it('of the two kinds add up to both', async () => {
    const two = advanced(
      [management, is('readOnly', 'true')],
      [management, is('readOnly', 'false')],
    );
    expect(await read(two)).toMatchObject({ management: both });
  });

  it('of one kind are of one kind', async () => {
    const writes = [...s3Objects, is('readOnly', 'false')];
    expect(await read(advanced([management, is('readOnly', 'true')], writes))).toMatchObject({
      management: { reads: true, writes: false },
      s3Objects: { reads: false, writes: true },
    });
  });

  it('of one service record not all management events', async () => {
    const one = [management, is('eventSource', 'iam.amazonaws.com')];
    expect(await read(advanced(one))).toMatchObject({ management: neither });
  });

  it.each([
    { narrow: { Field: 'resources.ARN', StartsWith: ['arn:aws:s3:::records/'] }, taken: neither },
    { narrow: { Field: 'resources.ARN', NotStartsWith: ['arn:aws:s3:::logs/'] }, taken: neither },
    { narrow: { Field: 'eventName', Equals: ['DeleteObject'] }, taken: neither },
    { narrow: { Field: 'resources.ARN', StartsWith: ['arn:aws:s3:::'] }, taken: both },
  ])('of objects with $narrow', async ({ narrow, taken }) => {
    expect(await read(advanced([...s3Objects, narrow]))).toMatchObject({ s3Objects: taken });
  });

  it('of tables are not of objects', async () => {
    const tables = [is('eventCategory', 'Data'), is('resources.type', 'AWS::DynamoDB::Table')];
    expect(await read(advanced(tables))).toMatchObject({ s3Objects: neither });
  });
});

it('an answer without selectors of either kind is none', async () => {
  expect(await read({ EventSelectors: [], AdvancedEventSelectors: [] })).toBeUndefined();
});
