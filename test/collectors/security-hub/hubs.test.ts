import {
  DescribeHubCommand,
  GetEnabledStandardsCommand,
  SecurityHubClient,
  type StandardsSubscription,
} from '@aws-sdk/client-securityhub';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { hubs } from '../../../src/collectors/security-hub/hubs.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(SecurityHubClient);
const arn = 'arn:aws:securityhub:eu-west-1:111122223333';
const subscription = (name: string): StandardsSubscription => ({
  StandardsSubscriptionArn: `${arn}:subscription/${name}`,
  StandardsArn: `arn:aws:securityhub:eu-west-1::standards/${name}`,
  StandardsInput: {},
  StandardsStatus: 'READY',
});

beforeEach(() => {
  client.reset();
  client.on(DescribeHubCommand).resolves(answer({ HubArn: `${arn}:hub/default` }));
  client.on(GetEnabledStandardsCommand).resolves(answer({ StandardsSubscriptions: [] }));
});

async function gather() {
  const [hub] = (await gatherFrom(hubs)).value.items;
  if (!hub) throw new Error('the Region was not listed');
  return { isOn: Observed.open(hub.isOn), standards: Observed.open(hub.standards) };
}

it('reads every page of the standards', async () => {
  client
    .on(GetEnabledStandardsCommand)
    .resolves(answer({ StandardsSubscriptions: [subscription('a/v/1')], NextToken: 't' }))
    .on(GetEnabledStandardsCommand, { NextToken: 't' })
    .resolves(answer({ StandardsSubscriptions: [subscription('b/v/1')] }));
  expect(await gather()).toMatchObject({
    isOn: { value: true },
    standards: { value: [{ name: 'a/v/1', status: 'READY' }, { name: 'b/v/1' }] },
  });
});

it.each([
  ['InvalidAccessException', 'Account 111122223333 is not subscribed to AWS Security Hub'],
  ['ResourceNotFoundException', 'The request was rejected because there is no such resource'],
])('takes %s, "%s", for off, and asks for no standards', async (name, message) => {
  client.on(DescribeHubCommand).rejects(Object.assign(new Error(message), { name }));
  expect(await gather()).toMatchObject({ isOn: { value: false }, standards: { value: [] } });
  expect(client.commandCalls(GetEnabledStandardsCommand)).toHaveLength(0);
});

it.each(['AccessDeniedException', 'InvalidAccessException'])(
  'takes %s with other words for neither on nor off',
  async (code) => {
    client.on(DescribeHubCommand).rejects(fault(code));
    expect(await gather()).toMatchObject({ isOn: { known: false } });
  },
);

it('does not know the standards where a page is missing', async () => {
  client.on(GetEnabledStandardsCommand).rejects(fault('AccessDeniedException'));
  expect(await gather()).toMatchObject({ isOn: { value: true }, standards: { known: false } });
});
