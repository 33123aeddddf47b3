import { EMRClient, GetBlockPublicAccessConfigurationCommand } from '@aws-sdk/client-emr';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { blockPublicAccess } from '../../../src/collectors/emr/block-public-access.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(EMRClient);

beforeEach(() => {
  client.reset();
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
    '{ "BlockPublicSecurityGroupRules": true, "PermittedPublicSecurityGroupRuleRanges": [{ "MinRange": 22 }] }',
    { value: { isOn: true, ports: [{ from: 22, to: 22 }] } },
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
