import {
  ConfigServiceClient,
  type ConfigurationRecorder,
  DescribeConfigurationRecordersCommand,
  DescribeConfigurationRecorderStatusCommand,
  DescribeDeliveryChannelsCommand,
} from '@aws-sdk/client-config-service';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { recordings } from '../../../src/collectors/config/recorders.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const config = mockClient(ConfigServiceClient);
const everything = { allSupported: true, includeGlobalResourceTypes: false };

const allBut = (types: ('AWS::IAM::Role' | 'AWS::EC2::Subnet')[]) => ({
  allSupported: false,
  includeGlobalResourceTypes: false,
  recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' as const },
  exclusionByResourceTypes: { resourceTypes: types },
});

beforeEach(() => {
  config.reset();
  const ConfigurationRecorders = [{ name: 'default', recordingGroup: everything }];
  config.on(DescribeConfigurationRecordersCommand).resolves(answer({ ConfigurationRecorders }));
  config
    .on(DescribeConfigurationRecorderStatusCommand)
    .resolves(answer({ ConfigurationRecordersStatus: [] }));
  config.on(DescribeDeliveryChannelsCommand).resolves(answer({ DeliveryChannels: [] }));
});

async function gather() {
  const [recording] = (await gatherFrom(recordings)).value.items;
  if (!recording) throw new Error('the Region was not listed');
  return recording;
}

async function recordersFrom(...ConfigurationRecorders: ConfigurationRecorder[]) {
  config.on(DescribeConfigurationRecordersCommand).resolves(answer({ ConfigurationRecorders }));
  const state = Observed.open((await gather()).recorders);
  return state.known ? state.value : 'unreadable';
}

describe('AWS Config recorders', () => {
  it('counts neither the recorder of a service nor that of another cloud', async () => {
    const found = await recordersFrom(
      { name: 'a', servicePrincipal: 'securityhub.amazonaws.com', recordingGroup: everything },
      { name: 'b', recordingScope: 'INTERNAL', recordingGroup: everything },
      { name: 'c', connectorArn: 'arn:aws:config:::connector/x', recordingGroup: everything },
      { name: 'default', recordingScope: 'PAID', recordingGroup: everything },
    );
    expect(found).toMatchObject([{ name: 'default', records: { kind: 'all' } }]);
  });

  it('reads exclusions, to which includeGlobalResourceTypes does not apply', async () => {
    expect(
      await recordersFrom(
        { name: 'a', recordingGroup: allBut(['AWS::EC2::Subnet']) },
        { name: 'b', recordingGroup: allBut(['AWS::IAM::Role']) },
      ),
    ).toMatchObject([
      { records: { excluded: ['AWS::EC2::Subnet'] }, recordsGlobalTypes: true },
      { recordsGlobalTypes: false },
    ]);
  });

  it('F12 takes IAM types that are excluded for what includeGlobalResourceTypes: false is', async () => {
    const found = await recordersFrom({
      name: 'a',
      recordingGroup: allBut(['AWS::IAM::Role', 'AWS::EC2::Subnet']),
    });
    const records = { kind: 'all-but', excluded: ['AWS::EC2::Subnet'] };
    expect(found).toEqual([{ name: 'a', records, recordsGlobalTypes: false }]);
  });

  it('does not guess what a recorder without a recording group records', async () => {
    expect(await recordersFrom({ name: 'default' })).toBe('unreadable');
  });

  it('reads statuses in the spelling of the API and in that of the SDK', async () => {
    config.on(DescribeConfigurationRecorderStatusCommand).resolves(
      answer({
        ConfigurationRecordersStatus: [
          { name: 'default', recording: true, lastStatus: 'Success' },
          { name: 'new', recording: false },
        ],
      }),
    );
    expect(Observed.open((await gather()).statuses)).toMatchObject({
      value: [{ lastStatus: 'SUCCESS' }, { lastStatus: 'NONE' }],
    });
  });

  it('keeps what was read where one of the calls is denied', async () => {
    const denied = fault('AccessDeniedException');
    config.on(DescribeDeliveryChannelsCommand).rejects(denied);
    const { recorders, deliveryChannels } = await gather();
    expect(Observed.open(recorders)).toMatchObject({ value: [{ name: 'default' }] });
    expect(Observed.open(deliveryChannels)).toMatchObject({ causes: [{ reason: 'denied' }] });
  });

  it('asks no more where there is no recorder, and everything where that is not known', async () => {
    const asked = () => config.calls().length;
    await recordersFrom();
    expect(asked()).toBe(1);
    const { statuses, deliveryChannels } = await gather();
    const sources = [{ operation: 'DescribeConfigurationRecorders' }];
    expect(Observed.open(statuses)).toMatchObject({ value: [], sources });
    expect(Observed.open(deliveryChannels)).toMatchObject({ value: null, sources });

    config.resetHistory();
    config.on(DescribeConfigurationRecordersCommand).rejects(fault('AccessDeniedException'));
    await gather();
    expect(asked()).toBe(3);
  });

  it('does not ask for the channel of a recorder that runs: it has one', async () => {
    const runs = (name: string) =>
      config
        .on(DescribeConfigurationRecorderStatusCommand)
        .resolves(answer({ ConfigurationRecordersStatus: [{ name, recording: true }] }));
    runs('default');
    const { deliveryChannels } = await gather();
    expect(Observed.open(deliveryChannels)).toMatchObject({ value: null });
    expect(config.commandCalls(DescribeDeliveryChannelsCommand)).toHaveLength(0);

    runs('of-a-service');
    await gather();
    expect(config.commandCalls(DescribeDeliveryChannelsCommand)).toHaveLength(1);
  });
});
