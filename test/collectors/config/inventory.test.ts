import {
  ConfigServiceClient,
  type ConfigurationRecorder,
  DescribeConfigurationRecordersCommand,
  DescribeConfigurationRecorderStatusCommand,
  GetDiscoveredResourceCountsCommand,
} from '@aws-sdk/client-config-service';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { inventory } from '../../../src/collectors/config/inventory.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { now } from '../../support/check-tester.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const config = mockClient(ConfigServiceClient);
const lastMonth = new Date(now.getTime() - 30 * 24 * 60 * 60 * 1000);
const roleARN =
  'arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig';
const everything: ConfigurationRecorder = {
  name: 'default',
  roleARN,
  recordingGroup: { allSupported: true, includeGlobalResourceTypes: false },
};

beforeEach(() => {
  config.reset();
  recordedBy(everything);
  const run = {
    name: 'default',
    recording: true,
    lastStatus: 'Success' as const,
    lastStartTime: lastMonth,
  };
  config
    .on(DescribeConfigurationRecorderStatusCommand)
    .resolves(answer({ ConfigurationRecordersStatus: [run] }));
  config
    .on(GetDiscoveredResourceCountsCommand, { nextToken: undefined })
    .resolves(
      answer({ resourceCounts: [{ resourceType: 'AWS::EC2::VPC', count: 1 }], nextToken: 'more' }),
    );
  config
    .on(GetDiscoveredResourceCountsCommand, { nextToken: 'more' })
    .resolves(answer({ resourceCounts: [{ resourceType: 'AWS::SQS::Queue', count: 7 }] }));
});

function recordedBy(...ConfigurationRecorders: ConfigurationRecorder[]): void {
  config.on(DescribeConfigurationRecordersCommand).resolves(answer({ ConfigurationRecorders }));
}

async function gather(region = 'eu-west-1') {
  return Observed.open((await gatherFrom(inventory, { regions: [region] })).value);
}

const counts = () => config.commandCalls(GetDiscoveredResourceCountsCommand).length;

describe('what AWS Config counts', () => {
  it('is read to the last page, and rests on every call that lets it be believed', async () => {
    const told = await gather();
    expect(told).toMatchObject({
      value: {
        counts: new Map([
          ['AWS::EC2::VPC', 1],
          ['AWS::SQS::Queue', 7],
        ]),
      },
    });
    expect(told.known && told.sources.map(({ operation }) => operation)).toEqual([
      'DescribeConfigurationRecorders',
      'DescribeConfigurationRecorderStatus',
      'GetDiscoveredResourceCounts',
      'GetDiscoveredResourceCounts',
    ]);
  });

  it.each<[string, ConfigurationRecorder, RegExp]>([
    [
      'with exclusions',
      {
        name: 'default',
        roleARN,
        recordingGroup: {
          allSupported: false,
          recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
          exclusionByResourceTypes: { resourceTypes: ['AWS::EC2::Instance'] },
        },
      },
      /leaves out/,
    ],
    [
      'of some types',
      {
        name: 'default',
        roleARN,
        recordingGroup: { allSupported: false, resourceTypes: ['AWS::EC2::Instance'] },
      },
      /leaves out/,
    ],
    [
      'that records daily',
      { ...everything, recordingMode: { recordingFrequency: 'DAILY' } },
      /once a day/,
    ],
    [
      'that records one type daily',
      {
        ...everything,
        recordingMode: {
          recordingFrequency: 'CONTINUOUS',
          recordingModeOverrides: [
            { resourceTypes: ['AWS::EC2::Instance'], recordingFrequency: 'DAILY' },
          ],
        },
      },
      /once a day/,
    ],
    [
      'that reads as a role of the account',
      { ...everything, roleARN: 'arn:aws:iam::123456789012:role/config' },
      /role of the account/,
    ],
    [
      'of a service',
      { ...everything, servicePrincipal: 'securityhub.amazonaws.com' },
      /no recorder/,
    ],
  ])('is not asked for by a recorder %s', async (_, recorder, because) => {
    recordedBy(recorder);
    expect(await gather()).toMatchObject({ value: { because: expect.stringMatching(because) } });
    expect(counts()).toBe(0);
  });

  it('is believed where the recorder says that it records continuously', async () => {
    recordedBy({ ...everything, recordingMode: { recordingFrequency: 'CONTINUOUS' } });
    expect(await gather()).toMatchObject({ value: { counts: expect.any(Map) } });
  });

  it('is unreadable where it is denied, or a page of it fails', async () => {
    config
      .on(GetDiscoveredResourceCountsCommand, { nextToken: 'more' })
      .rejects(fault('AccessDeniedException'));
    expect(await gather()).toMatchObject({ known: false, causes: [{ reason: 'denied' }] });
    config.on(DescribeConfigurationRecorderStatusCommand).rejects(fault('AccessDeniedException'));
    expect(await gather()).toMatchObject({ known: false, causes: [{ reason: 'denied' }] });
  });

  it('is unreadable where the list is not there, which is not an empty one', async () => {
    config
      .on(GetDiscoveredResourceCountsCommand)
      .resolves(answer({ totalDiscoveredResources: 12 }));
    expect((await gather()).known).toBe(false);
  });

  it('is unreadable where a count lacks its number', async () => {
    config
      .on(GetDiscoveredResourceCountsCommand)
      .resolves(answer({ resourceCounts: [{ resourceType: 'AWS::SQS::Queue' }] }));
    expect((await gather()).known).toBe(false);
  });

  it('is asked for nowhere that Config records a part of the types', async () => {
    expect(await gather('mx-central-1')).toMatchObject({
      value: { because: expect.stringMatching(/may not record every resource type/) },
    });
    expect(config.calls()).toHaveLength(0);
  });
});
