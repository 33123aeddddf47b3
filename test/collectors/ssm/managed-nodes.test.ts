import {
  DescribeInstanceInformationCommand,
  DescribeInstancePatchStatesCommand,
  ListResourceComplianceSummariesCommand,
  type InstancePatchState,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { associationSummaries } from '../../../src/collectors/ssm/association-compliance.ts';
import { managedNodes } from '../../../src/collectors/ssm/managed-nodes.ts';
import { patchStates } from '../../../src/collectors/ssm/patch-states.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(SSMClient);

beforeEach(() => {
  client.reset();
});

const online = (InstanceId: string) => ({ InstanceId, PingStatus: 'Online' as const });
const scanned = (InstanceId: string): InstancePatchState => ({
  InstanceId,
  PatchGroup: '',
  BaselineId: 'pb-0c10e65780a1b2c3d',
  Operation: 'Scan',
  OperationStartTime: new Date('2026-11-21T00:00:00Z'),
  OperationEndTime: new Date('2026-11-21T00:01:00Z'),
  MissingCount: 1,
  FailedCount: 0,
});

describe('managed nodes', () => {
  it('are EC2 instances and machines elsewhere, of every page', async () => {
    client
      .on(DescribeInstanceInformationCommand)
      .resolves(answer({ InstanceInformationList: [online('i-1')], NextToken: 'more' }))
      .on(DescribeInstanceInformationCommand, { NextToken: 'more' })
      .resolves(answer({ InstanceInformationList: [online('mi-1')] }));
    const { value } = await gatherFrom(managedNodes);
    expect(value).toMatchObject({
      items: [
        { arn: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1', type: 'AWS::EC2::Instance' },
        { arn: 'arn:aws:ssm:eu-west-1:111122223333:managed-instance/mi-1', nodeId: 'mi-1' },
      ],
      gaps: [],
    });
  });

  it('are a gap, and no empty list, where they may not be read', async () => {
    client.on(DescribeInstanceInformationCommand).rejects(fault('AccessDeniedException'));
    const { value } = await gatherFrom(managedNodes);
    expect(value).toMatchObject({ items: [], gaps: [{ reason: 'denied' }] });
  });
});

describe('patch states', () => {
  const nodes = Array.from({ length: 51 }, (_, at) => `i-${at}`);

  async function statesOf() {
    const { value, gathered } = await gatherFrom(patchStates);
    const { items } = gathered.get(managedNodes, 'eu-west-1');
    return items.map((node) => Observed.open(value.of(node)));
  }

  it('are asked for 50 nodes at once, and are null where Patch Manager never looked', async () => {
    client
      .on(DescribeInstanceInformationCommand)
      .resolves(answer({ InstanceInformationList: nodes.map(online) }))
      .on(DescribeInstancePatchStatesCommand)
      .resolvesOnce(answer({ InstancePatchStates: [scanned('i-0')] }))
      .resolvesOnce(answer({ InstancePatchStates: [scanned('i-50')] }));
    const states = await statesOf();
    expect(client.commandCalls(DescribeInstancePatchStatesCommand)).toHaveLength(2);
    expect(states[0]).toMatchObject({ value: { nodeId: 'i-0' } });
    expect(states[1]).toMatchObject({ known: true, value: null });
    expect(states[50]).toMatchObject({ value: { nodeId: 'i-50' } });
  });

  it('of one call that is denied are unknown, and those of the other are not', async () => {
    client
      .on(DescribeInstanceInformationCommand)
      .resolves(answer({ InstanceInformationList: nodes.map(online) }))
      .on(DescribeInstancePatchStatesCommand)
      .resolvesOnce(answer({ InstancePatchStates: [scanned('i-0')] }))
      .rejects(fault('AccessDeniedException'));
    const states = await statesOf();
    expect(states[1]).toMatchObject({ known: true, value: null });
    expect(states[50]).toMatchObject({ known: false, causes: [{ reason: 'denied' }] });
  });

  it('without a count have no count: it is not none', async () => {
    client
      .on(DescribeInstanceInformationCommand)
      .resolves(answer({ InstanceInformationList: [online('i-0')] }))
      .on(DescribeInstancePatchStatesCommand)
      .resolves(answer({ InstancePatchStates: [scanned('i-0')] }));
    const [state] = await statesOf();
    if (!state?.known || !state.value) throw new Error('the state is not known');
    expect(Observed.open(state.value.missing)).toMatchObject({ value: 1 });
    expect(Observed.open(state.value.rejected)).toMatchObject({ known: false });
  });
});

describe('association summaries', () => {
  async function summaryOf(Status: string) {
    const text = JSON.stringify([{ ResourceId: 'i-1', Status }]);
    client
      .on(ListResourceComplianceSummariesCommand)
      .resolves(answer({ ResourceComplianceSummaryItems: JSON.parse(text) }));
    const { value } = await gatherFrom(associationSummaries);
    const [summary] = value.items;
    if (!summary) throw new Error('there is no summary');
    return summary;
  }

  it('are asked for associations alone', async () => {
    const summary = await summaryOf('NON_COMPLIANT');
    expect(Observed.open(summary.isCompliant)).toMatchObject({ value: false });
    expect(Observed.open(summary.broken)).toMatchObject({ known: false });
    const [call] = client.commandCalls(ListResourceComplianceSummariesCommand);
    expect(call?.args[0].input.Filters).toEqual([
      { Key: 'ComplianceType', Values: ['Association'], Type: 'EQUAL' },
    ]);
  });

  it('have no side where the status is unheard of', async () => {
    const summary = await summaryOf('PARTLY_COMPLIANT');
    expect(Observed.open(summary.isCompliant)).toMatchObject({ causes: [{ reason: 'failed' }] });
  });
});
