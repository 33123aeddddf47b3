import {
  EMRClient,
  GetBlockPublicAccessConfigurationCommand,
  ListClustersCommand,
} from '@aws-sdk/client-emr';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { blockPublicAccess } from '../../../src/collectors/emr/block-public-access.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(EMRClient);

const cluster = {
  Id: 'j-1',
  Name: 'etl',
  ClusterArn: 'arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1',
};

beforeEach(() => {
  client.reset();
  client.on(ListClustersCommand).resolves(answer({ Clusters: [cluster] }));
});

async function blocking() {
  const { value } = await gatherFrom(blockPublicAccess);
  const [account] = value.items;
  if (!account) throw new Error('no account was listed');
  return Observed.open(account.blocking);
}

it.each([
  ['{ "BlockPublicSecurityGroupRules": false }', { value: { isOn: false } }],
  [
    '{ "BlockPublicSecurityGroupRules": true, "PermittedPublicSecurityGroupRuleRanges": [{ "MinRange": 22, "MaxRange": 22 }] }',
    { value: { isOn: true, ports: [{ from: 22, to: 22 }] } },
  ],
  [
    '{ "BlockPublicSecurityGroupRules": true, "PermittedPublicSecurityGroupRuleRanges": [] }',
    { value: { isOn: true, ports: [] } },
  ],
  [
    '{ "BlockPublicSecurityGroupRules": true, "PermittedPublicSecurityGroupRuleRanges": [{ "MinRange": 22 }] }',
    { causes: [{ reason: 'failed' }] },
  ],
  ['{ "BlockPublicSecurityGroupRules": true }', { causes: [{ reason: 'failed' }] }],
  ['{}', { causes: [{ reason: 'failed' }] }],
])('%s tells what is blocked', async (configuration, state) => {
  client
    .on(GetBlockPublicAccessConfigurationCommand)
    .resolves(answer({ BlockPublicAccessConfiguration: JSON.parse(configuration) }));
  expect(await blocking()).toMatchObject(state);
});

it('is denied where it may not be read', async () => {
  client.on(GetBlockPublicAccessConfigurationCommand).rejects(fault('AccessDeniedException'));
  expect(await blocking()).toMatchObject({ causes: [{ reason: 'denied' }] });
});

it('is not asked for where there is no cluster', async () => {
  client.on(ListClustersCommand).resolves(answer({ Clusters: [] }));
  expect((await gatherFrom(blockPublicAccess)).value).toMatchObject({ items: [], gaps: [] });
  expect(client.commandCalls(GetBlockPublicAccessConfigurationCommand)).toEqual([]);
});

it('is a gap where the clusters may not be listed', async () => {
  client.on(ListClustersCommand).rejects(fault('AccessDeniedException'));
  const { value } = await gatherFrom(blockPublicAccess);
  expect(value).toMatchObject({ items: [], gaps: [{ reason: 'denied' }] });
});

it('asks for clusters that are there, page after page', async () => {
  client
    .on(ListClustersCommand)
    .resolvesOnce(answer({ Clusters: [], Marker: 'more' }))
    .resolvesOnce(answer({ Clusters: [cluster] }));
  client
    .on(GetBlockPublicAccessConfigurationCommand)
    .resolves(answer({ BlockPublicAccessConfiguration: { BlockPublicSecurityGroupRules: false } }));
  expect(await blocking()).toMatchObject({ value: { isOn: false } });
  const [first, second] = client.commandCalls(ListClustersCommand);
  expect(first?.args[0].input.ClusterStates).not.toContain('TERMINATED');
  expect(second?.args[0].input.Marker).toBe('more');
});
