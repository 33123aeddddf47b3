import { EventBridgeClient, ListEventBusesCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { eventBuses } from '../../../src/collectors/eventbridge/buses.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(EventBridgeClient);
const Policy = '{"Statement":{"Effect":"Allow","Principal":"*","Action":"events:PutEvents"}}';
const bus = (Name: string) => ({
  Name,
  Arn: `arn:aws:events:eu-west-1:111122223333:event-bus/${Name}`,
});

beforeEach(() => {
  client.reset();
});

async function busesIn(answered: object) {
  client.on(ListEventBusesCommand).resolves(answer(answered));
  const { value } = await gatherFrom(eventBuses);
  return value;
}

it('buses are those of every page', async () => {
  client
    .on(ListEventBusesCommand)
    .resolves(answer({ EventBuses: [bus('orders')], NextToken: 'n' }))
    .on(ListEventBusesCommand, { NextToken: 'n' })
    .resolves(answer({ EventBuses: [bus('aws.partner/example.com/1')] }));
  const { value } = await gatherFrom(eventBuses);
  expect(value).toMatchObject({ items: [{ kind: 'custom' }, { kind: 'partner' }], gaps: [] });
});

it('the bus that AWS makes in each Region is there once somebody gave it a policy', async () => {
  expect((await busesIn({ EventBuses: [bus('default')] })).items).toEqual([]);
  const { items } = await busesIn({ EventBuses: [{ ...bus('default'), Policy }] });
  expect(items).toMatchObject([{ name: 'default', kind: 'default' }]);
});

it.each([
  ['none', undefined, { value: null }],
  ['one', Policy, { value: { statements: [{}] } }],
  ['one in no known words', '{}', { causes: [{ reason: 'failed' }] }],
])('a bus has a policy: %s', async (_what, text, state) => {
  const { items } = await busesIn({ EventBuses: [{ ...bus('orders'), Policy: text }] });
  expect(items.map(({ policy }) => Observed.open(policy))).toMatchObject([state]);
});

it('buses that may not be listed, or are not named, are a gap', async () => {
  client.on(ListEventBusesCommand).rejectsOnce(fault('AccessDeniedException'));
  expect((await gatherFrom(eventBuses)).value.gaps).toMatchObject([{ reason: 'denied' }]);
  expect((await busesIn({ EventBuses: [{ Name: 'orders' }] })).gaps).toMatchObject([
    { reason: 'failed' },
  ]);
});
